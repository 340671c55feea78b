#! some words that are no Python
1/0
