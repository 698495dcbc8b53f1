"""What the hub does when a device says that someone's data is gone, and what it may claim afterwards."""
