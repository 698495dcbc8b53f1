"""What a person touches on the device: pages of head unit, kiosk, terminal and phone, over the agent's own requests.

- Loaded only where the profile switches the pages on (`surface.port`): they are 5 MB of memory, 10 MB in use.
- One composition: a page's wish -> `wishes` (what a page may ask at all) -> the same conversation (tell, ask, released)
  that the control socket serves. Nothing is decided here that `agent.requests` decides.
- A page keeps nothing: no cookie, no storage, one address, no words or codes in it. What this visit may see is kept
  here, in memory, under a random token, until the visit ends.
"""
