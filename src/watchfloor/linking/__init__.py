"""Which statements tell the same event, and which texts are copies of one."""
