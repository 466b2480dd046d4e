"""What and who there is: the entries of the sociale kaart and the people of the network."""
