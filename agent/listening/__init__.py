"""Hearing live: when someone speaks, where the sentence ends, how loud it is. Pure: no device, no thread, no clock."""
