"""The version of this program; the package's metadata take it from here. Reading those back takes a megabyte."""

from typing import Final

VERSION: Final = "0.1.0"
