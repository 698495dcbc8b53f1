"""Numbers as they are said in other languages than Mandarin: the words, the cues, and what is nobody's number."""
