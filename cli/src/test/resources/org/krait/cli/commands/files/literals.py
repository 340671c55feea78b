x = 0x1for y in ()
x = 0b1and 2; x = 0b1and 2
