"""Text out of speech: what an engine printed becomes what was most likely said, and later what is easy to read. Pure.

The order is fixed:

    engine's Transcript -> `repair.repair` -> MASK -> `readable.readable` -> shown

- Before masking: `repair` brings Chinese to simplified characters and full-width punctuation, and mends words of the
  trade that were misheard as words that sound alike. It keeps every character's place, so word times stay true, and it
  leaves numbers and names as they are: they are the masker's.
- After masking: `readable` drops fillers and writes numbers as digits, outside labels such as [PHONE] only. It cannot
  come first: a masker must see a number as it was said, fillers included. What it returns is for the eye; what is kept
  and sent stays the masked text.

Sounds, ordinary words and (in `agent.feedback`) traditional characters are tables made once from pypinyin and jieba
(MIT, licences beside this file) and OpenCC (Apache-2.0), not libraries to import: pypinyin takes 260 ms and 4 MB, where
these tables take 13 ms and, with the first sentence, another 20. `tingche-agent mask` imports none of them.
"""
