"""How each effect is written, a module an area; inside the transaction of the step."""
