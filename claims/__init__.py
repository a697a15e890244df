"""What a claim is: its words, slots, states and rules, the rows that keep it, and the store."""
