x = 1 # coding: ascii
# coding: ascii
print(ascii("ä"))
