"""Ours, and a package: a library that we use installs a folder of this name, which a mere folder would stand behind."""
