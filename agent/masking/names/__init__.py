"""What tells a Chinese personal name from the words around it: surnames, given-name characters, ordinary words."""
