"""The people of the hub: roles and what they may do, invitations, sessions, and the log of who saw what. Pure."""
