
#!coding=latin_1-unix
print(ascii("ä"))
