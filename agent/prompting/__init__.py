"""Which question to ask, and when: rules, cool-down, who it is for. Pure: no clock, no disk, no network."""
