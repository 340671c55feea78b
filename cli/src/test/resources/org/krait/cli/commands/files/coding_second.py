# one
 	# x coding: : coding= iso-8859-15 coding:ascii
print(ascii("€"))
