"""Streams that liblzma made, read whole and in pieces; streams written and read again; what is refused."""
import _lzma, base64, random

random.seed(3)
words = [b"%x" % random.getrandbits(24) for i in range(60)]
DATA = b" ".join(random.choice(words) for i in range(300)) + bytes(random.choice(b"\x00\x01\xe8\xe9\xff\x05\xeb\xf8\xf0\x40") for i in range(900)) + b"ab" * 500

CHAINS = {
    'xz': {'format': 1},
    'alone': {'format': 2},
    'delta': {'format': 1, 'check': 10, 'filters': [{'id': 3, 'dist': 4}, {'id': 33, 'preset': 1}]},
    'x86': {'format': 1, 'check': 0, 'filters': [{'id': 4}, {'id': 33, 'dict_size': 4096}]},
    'raw1': {'format': 3, 'filters': [{'id': 4611686018427387905, 'lc': 0, 'lp': 2, 'pb': 0, 'dict_size': 8192}]},
    'arm': {'format': 3, 'filters': [{'id': 7}, {'id': 8}, {'id': 33}]},
    'ia64': {'format': 3, 'filters': [{'id': 6}, {'id': 33}]},
    'sparc': {'format': 3, 'filters': [{'id': 9}, {'id': 5}, {'id': 3}, {'id': 33}]},
}
STREAMS = {
    'xz': """
{Wp48S^xk9=GL@E0stWa761SMbT8$j;17%i4qX5<4MHZ8Rl<{PvbZ_~0o8^0Mry7TWWvoEKDX!tOo0cU`esEIq{_AyAY*6JsPFro(+XcTZ|sik
Ssb|97LIrAY9&6$L6Tci`ma`M6cqr#lN?iB-oU~;B)N?g<Q!+@B~GtDYH4Dz*`AGPKS4%3!$3Wb-6i)bnvNNC>D~r~HMBDbw(vaSfDi2|ZD>B9
-{hv9AJ`cv)DKwWgU;vF?-SmpfbA`7WB1V8BTy#UykXv*hf4b2e1M{%(qI3}MrjG`z)!f5c*z^ynqRyU=KuUZlh@k6jZNTA?ogFq+cP4W?_~{~
ULhpsJWjf0R>0m3!FKpy%Gi#F{VtlP7I^yh6QmtrJ1PPcK{apNlN;ZYJ=s;nGKVDW*1aW;?(>IQ@klz##ex`X5GC>CXO%uS+B5cz3}DiyC3~Or
xcwg&iQZ>3d~Y{e{0g<cJu%lLhW?zud#n^!BrM_sq?PDT%Vm|ov$*rI_>KvUxl#}wcExRU$%B2k<C|0*Mm~YEvQg19N<oXC<7uDCw6u!8U}^=?
_a#VyBzgGB2k^yBq!3gG#GUhY5a$nV6=<^)R)N<I=eIKmF9$nI9HG3YMR=ZOTKNzj9W^a3m!fXFggcK#r2>&Ob#-9?4#!d>1IzX{DP22oCwOmp
Mx8{GbB%bE{P@_3(z911p(ch4<w2*w(uli3<I^+QU#cE~Zw&e7OdeX!`oeskcQy9;Nzx9ygPZPGu>`<I1)fC?Q6Ei-{4|HTJEyJ!>>0Z*-zYwm
^sE=cMZVd?)mu*XbzyeG3>m^GfC+>NIUD5b3s)87`m<>u1ko4v6}=F?C1y=Vd#LP*7!QL4Lv<scwYC0}(!JEEw(v(Wj@wXPh#)`=v5bP;x=!d1
0%d%vVZqC`4|P!?h=bA&P@xw+hG!v5+VL4yE7MHz4r4;L>FcX7$Z^hKeBg<8_MKR2YOCqg?<R}gkI!H7N@R~~(@-$POsw)l#7D?6UHj<OH+{+;
&X#_}uGvB7(`hn36ySOWh<_$bT4^$V7}Hf;vUDPR$Wu{h3t0VHac5x5n!Zr?@y||{g+Nd2B-GEB@0c91rps_;m}qn~)g6%$?ly=4xlt!U4?Hvo
Z~pQkES_~XfsaAStkg<pc8_;J7MbMpN#3FX|Ip9nM(V-)QB~?fB@#?RkV)~N9s?w7xMpm$lf=x&E!WT{##=J?tu`PgPelRpS!FOL^MR}Ua#}8{
4P{YNrNH6Id$&rnA#{M%hpa`R>@?T%L4sR(ZhW_`7EGHUvUm%XiT@A_8{8m<1y$KjEglU30rKXTyk_f(%~-n^+j2BgY~C4nZO|Z`R_u)$cMoMQ
-*5WtJ2@VahmQkuX(R+*ohWijVIJ#(Ry`C1HC#xL3y4+9Ny=elzhG-=X9|mRTrN&Y>2-7CDj!f_?D=v8M>W*8qgxBMzD4UBI>IAq4>Ug5A<Ie^
6|j&Qb?#ii*^sMfZd;JmpediHHi9|RR?Rfr&q#vR=l)+DCP<Cg==D`?3z;&}mss=i*#;`aR{rgkC}ZnG@CeeN2~G<$6FSdw@D769K$9j9VLBCo
Wga&1Y;{1RPXK{ljzF05{XQ+X7bytCjPYsb1{pQ4dhdl+2&_S4mPiOuS7sDgl3x?qrOpZ@mJG;@r(!=jB(Gqy8)$;D;O(`Vfv@2`AMt|xy1m+V
qYs)W00000`rDDH9%MG=00F8BjUNC2Uvw)uvBYQl0ssI200dcD
""",
    'alone': """
T>t=p0RR90|NsC0{{S-$LMD<`!jo;XxH<#@)rI&*YOWJx!p#{zx99^*fd`)YW<?gH%C;6DV`tK+@B5w83STvE?2heO9JtyRj(6>9B|gVNl3P;x
uU2Xl6#&4K98+E1z`{Euxs4R$9B1SuPOm>|X=1V2o{eZfK}I~oKs}D#CHE?tju~|6-Ufv=v@-~{@I2yx5A7;#Xg;6c<ffe;*cm9)4_M=a&gazc
6W*qP?Ja9#_t4uTP$t>DVcwmGO8Vb?fTE$&U;oQSX$kDWPq>kI$s699U%V3L|NK9b*V@00P2f)MP?cZXGa{MqWeuEOAtdKKPP%1Qz}^kPcKBe*
*p7$&E}Ewnc>4Aeq#a;8DgqQiHE-LK8{d;X*;T|cha~LQy(NzB^M_jTNIJ^Jf*5NMCGq5El|DAwGxm)PVA7{0d!O{U{T~;J-e)s>Z#P=}3bnpH
G1nx9{+z&jtQ1!yEaC&CmFQ2)WtG6Qxbw02jtPyqQV<??#cg!SgMGN;n^YV|K7q2bQPDF>L5rW`X`jiow2Ho9Y6a2vB}joJdHBf(@WoA}5L5@m
o%41O=MQZaXtNVmf!7V^w=)PY2Rlm~p}eO>c%Eij`4Ao*H7zceqHeo{JC8-B0+BRzbzuMw$5JB$%l0-YT|00mcyD<|okWszjd+y&_}GckvsWXb
CWZ^;L8rjdh`T}K(=*v$svd!F4Eg3v9$L=&!hD{0HTL;Q(hj_Xo9<V!1i(fGo<$B(A5Dq;G>5r6r>+9*8M`juC_a?*tQW#XzS+aoTTb?MVRpg{
8Nw)l34{qb8|3Q?R~6*?vuPj%(HHg=y%4@7W=%$WsO*Ut4}%0lbt9j(wf>XRz0|0-@JBI@+fZJJAV3VUjDp;{PUsH;Wqhh(!OOM}bx|RRgVGLA
p%*=dXCX`4@flVt(@gOWV?ws+>#H!xan4|T;E8tjomgsWtLfD5CX3yV&tLLNWRGjpP%y+ytnx#|N60Z<`{>m-eaarrmVU&p*+J*iX)-<(;Ccp#
e<n;?X)=Bo(^XuubRvAnQ&DIOSp8aYXJE^kzEJn^&rX(wKu_!>)X$gim>jXD%W!3wXmm8y9gz|4Hi!YaQ71tUJTwSz{_-L$o^>{Xk3q?-)JkV|
k9R;8ndI|H-l75j(9h*Y>cRU_Rq8?|5==snN%5c_10-y?W^A;R#LUMn*U%=$TQc{pHXtTXMFH|zWiTf5fvfy-S}v;%Wl>Y5z~RYzw@R}ibb!@|
tVN;hG}rP$f?IiRe7CI@Oq(FGcng(@{}2ls+#rSpRoPB09t{8i^5&PkX6uQ~Si2Y7ax_wG-Whjo&>);v?2Q_C4`nXjZ~E*zIUbRRj{|dQBm`ca
C~`_+9_xZuJro2rTu6`$h*io-%3)-`U~6e-3X5}GE>215b#vn?A5dWI`EmqDHPp7FTMM?nMe7?n!Xs%9G(OlN%Ssm&u#g#b?p(mxkgI5JTaeYD
DW9h{f;rPx%{1K4NP^Yp{$Cs>NR8O&^;K;PnKIFrSo8AP1}el>{_T}0W9vik2-2VlP75;=I?r<O4uaf3lO_*gIu(Is9yal8bwHy}0D)ePK$!CV
J}tKwDG0-i@oDD<88xqZ?}b(ftU+UzNC;6^W)xVGUlZA-&I%-!49JY9Vm~<~uVAtpXo9ie?X{YLui-r(@q+xiz1nu8DKgy4|NXQ4!T
""",
    'delta': """
{Wp48S^xkF;rk4s0s#X710ewrqAC&<;17%lrd<Ft4MHZDI<ff>QOlLmi-2;Tnm)nQC6BHzL?$r@#!H8?h8M6g?h2uPt$5Ylen5Z#9fxiAGedaj
sp=qUIS@)-#xRT&hic-IDeN_F6Vs+~$g5rw&1es~E!llN_puuIkQb(*UypN)tc+FM(ri8gBIkOduL9jy#kxY93C8l+3oZAbuj;@pXl9Xx*-|9l
oJ1QQ-BmZKdzwcI5pnB?x<^DZMqG>l$!n5_t10NG*gu^jhZ1h#kK#k?L7obT5T{g<HEveRovTa~#Q+ygRxB%>v|eu}=kcD+;j&j4HDEAL%Il(V
1Ef@RM{!*)<%v7X7LqG?qKBzc3wJSpob;{!3=@U*WQxQt08tt?DBE~?8%1v&!_K9s-oTS^8s@E&>$=b%G=DiDwOX0*^-HcS9;e?D@)jF74smtd
*@J;~m}>~l8&_7FV9#l@ftURHICSH^TF@F`J-hExJL}KN=t##%yX)ni%Tm=+TGd+&$8fbu@RW7e<wwa;m-KgoiW7lKu(l^EfH!O<>=5+J6NNo6
GsVqEvvJ_|#khGMep}%Jm&PoJ3P;LZ1q<op8tM{_$xh9b<zfz0h%-q!S^f+_HUDxaS!_9i@oj)W)mZ<}?cTJ)-v3rBw_UU&X;UThGM`H>M=QuU
2^{aLuQ+{=QG8FXNae(qxOX-wn4X{kW;(6Z{6x9l1!5We%Me4~g6%B5nkv%`5-E)YzIcM21B7-fA)i`CiWJNiqd6{x3M?tpbHzqnT70~4!pk@n
G&d@4n3o>!OV{L_Szl2V>^2$52Z(j-UlTAp);_$e*$%pH2ljq&@Y*|CkorNk`}Nnb@ij4*l}VCIaZ*JDq1<!iohSQsv&IRT=YXtmsw4p>H4#By
sIBVf@{#5m=C1UB^eJdFL-?fa3KP~`ro+`QtpnRkM34`2cH7*L4(}0M?iE?%Qd0-3X17OJVe9){ci*op%PryT^QFqxey^I-<PMEhH+|-4vka`n
K9x+I-ykAe%T(pKj{A02m{=M$dDti5f>>(BA4<O#H&1UdH7)R0!4|S;5*2Bbx+C`H;|XRn+ONv-h#$2WNT22Rae*bdT3%pnVpWSz*ajX89Z54&
Za$v+NFrh!;$>DCI8<-pWWVp++%)#oSMyzw6<)x#*LlPba$v%tPFR`ot8PTnkYwFwW)}Y-$aeJo0J2j;=3DC(JffY_n<hVLfDsD0pGP#;&Mnkb
lUn2n4n#TF$t_sQsrQpp(4F9{Iuke8BTF*EO}yE47^5}E9pDZLROj@<Iv$~)R8HaiM?18w8@XgduodGo*xJ0%<9=q432@A$R!BInJGyiY8*e(X
5Rn6RKFGrQ+Y%kt5o+P|`_{~$jt=HkW4sfq!wYSc@!7oI81r)!Dv&i#p^ATK)Ah*F%Tp=`fq$LStuKWVa)Qk7uF=UB1|D-n8@?b9bdM2<Utk-L
)<>3DgXN+A4wOORt4{Jhg@%xThUOqlfQb*FN_)4X40ua{uPd&UIg0{X^`<(5#<>y;VGajY#bezGm#0#O^jo$posE2Vlb?!5n#94uSS_5-cxvdB
QIb9Tag@~$Qo1h$cQGQ`O;VIXanPp}>(p}B8?QBr!4slx<O{t-@EiI}XzitS6u+|lYaXtrCxY7Z@*2$_G;MTPlH}IDCNC^rEWnO6!I6i8WoU|f
JE-9=Sa{n5*6(~Q6v9&L7KTNa^IT4HxTAQ*LCcN8F-XWl*UVzioy%czVqsaH?pP4^d!&qu_>x;;ll$~~uFR~{5${fAw7Q1tfLu%Z0_f_FvswIr
=8ScGs6)qM?q2pYAV}x({F_ad!C*wouOgy9fN}~7@^WJVjg(s>!(Q!i%6IGdnFP-`H{}dR8gmiW;4060|J;?lSNfGv6^`<nQbqw`GuHdSRuCJM
MuIXijM9!;xx5uGL`~*!zlI0+*gi4*D3=sctK&^rQooirMSZiSBkqUpq%*5*r+$hSJJu8|Z(JXGUrVhn!j~kzu_j;3r`?o10+559$^#-t5&GKS
Ntz7!6Y|a0tn&7=?UEPqMJu@WQTu{K5=txpGPxs)V>iYO3v;%_8=F?WNmW0HS?%&-yj>LTwF>j)rYgqkN;)CYb=$_zpl4D5$B8yX&q?SqLJq6c
C_faSBe~iYTT2dC#7&U9_I4x0+}svZS$P*$US0!GR6=;dE!kpQdMLc)2COAmwN%mhK_)(&mLT17V4!rHZgI~D_-A41!*e~A`&>s!34C#R!fY5D
L*n5-Lw!57_oHh==B;_lB=%a|2`tr8G~`~3F3;EVW+F|WU~pph8U|vuUYiFWwjfKu=Oikf&MJlQB;PyBLD0!}vyAsev!3LQ%N641qZwfq74-4~
Q)_UP18MkTAN*u=h+pXkAYj6Axya(!q5fku*^7m1ou05u`GMX(qFS2Rgh-gLLc;i)u<PswOIyJC6G|B*m1Vb8jTR9L^@U63T~W38q$!-Ff&SNn
32Y{SH<7+y?S+T{K~^jBpP7ohyS!JZovv6gLo2b0&nNW&wg^PT)<qO2qgKwfGgk3V-I(f9%BE~3TS4FzoN<7X0@jObDlAsLo!U~Tm+K<@Q)!o9
Y^qoOX$ohEr~h~phH~XK&I<*9O-KRQi8?xF1O&Q>=}8_mkBnN8Atb3s@Keps8m5pJMHCvnel*$zxj&F^=DaQP=s~<hrzVDl4r{0}=kb6kz%1cM
LDQ%+CQ-quS{o2IH4E>n@|#uf%=@u{uGJ$MoBsUS<u^R06nqY*o9Q>tr}!S%8mQJcCoAZ>Rk}XoXEpkS#E*0K?<^_FNYf(EeO?JN13aro{A{S{
nuO3}(Er_~>{!Cp%Syt6E|o|sM83EGzeTce^w@QgUKG232BC}xID2Jk00000am%yMRixtTEN_TqWOWDax40*>;Wo^I7la1dBL7cV00G(&jUNC2
4c|E>w&~v-0ssI2018=J
""",
    'x86': """
{Wp48S^xk5{}S0j0s#a7AprmY+B2;K;17%iH(dZT4MHZ8Rl<{PvbZ_~0o8^0Mry7TWWvoEKDX!tOo0cU`esEIq{_AyAY*6JsPFro(+XcTZ|sik
Ssb|97LIrAY9&6$L6Tci`ma`M6cqr#lN?iB-oU~;B)N?g<Q!+@B~GtDYH4Dz*`AGPKS4%3!$3Wb-6i)bnvNNC>D~r~HMBDbw(vaSfDi2|ZD>B9
-{hv9AJ`cv)DKwWgU;vF?-SmpfbA`7WB1V8BTy#UykXv*hf4b2e1M{%(qI3}MrjG`z)!f5c*z^ynqRyU=KuUZlh@k6jZNTA?ogFq+cP4W?_~{~
ULhpsJWjf0R>0m3!FKpy%Gi#F{VtlP7I^yh6QmtrJ1PPcK{apNlN;ZYJ=s;nGKVDW*1aW;?(>IQ@klz##ex`X5GC>CXO%uS+B5cz3}DiyC3~Or
xcwg&iQZ>3d~Y{e{0g<cJu%lLhW?zud#n^!BrM_sq?PDT%Vm|ov$*rI_>KvUxl#}wcExRU$%B2k<C|0*Mm~YEvQg19N<oXC<7uDCw6u!8U}^=?
_a#VyBzgGB2k^yBq!3gG#GUhY5a$nV6=<^)R)N<I=eIKmF9$nI9HG3YMR=ZOTKNzj9W^a3m!fXFggcK#r2>&Ob#-9?4#!d>1IzX{DP22oCwOmp
Mx8{GbB%bE{P@_3(z911p(ch4<w2*w(uli3<I^+QU#cE~Zw&e7OdeX!`oeskcQy9;Nzx9ygPZPGu>`<I1)fC?Q6Ei-{4|HTJEyJ!>>0Z*-zYwm
^sE=cMZVd?)mu*XbzyeG3>m^GfC+>NIUD5b3s)87`m<>u1ko4v6}=F?C1y=Vd#LP*7!QL4Lv<scwYC0}(!JEEw(v(Wj@wXPh#)`=v5bP;x=!d1
0%d%vVZqC`4|P!?h=bA&P@xwbWMUbZuVI2f>kBpJ(_q4|zIDf-LfbL&f#hf|Pol^-v!P}cpJRVzfgkvz`3D?&)}+P2zXb`Ly!6{c<d#xULAgF~
e-(eJ!b@VIWg`>`k)acmdBW^X>+2#{vUGSZsAcr^I4b>1!fIu6{UH>6m0$_bgU)I*?G6NSa#q5Rh6C29<+<}~_Tj%hh4&ABKLrs!T5>nW-dv~_
tWB%IYNHdG;9z2hC!0>FP$jET@m|g;7kBOhx3}Ubk}%{8eO$5T%04XMaMQAJri#3PBeoTVciC4|Sz2Bx<;H7s!ZO%?Pvj>U8Gf7&V$~G`1If%<
yLm76ym+~ys$$PjE<)Zbo5q2Ha|g@K_1l!?5tX)<cCpGeelUR_LxIHUdSc`VWi!|c;O`C&N4~hV;GDV242p!nMMTFF6d`j2$&J1Dl@-mL6=vct
J-FsEYw0F4Ac|_GRbgU;R5sPDyO63mgx`9?X8&rbGw|Im6Eb%*^P_H{mA9CiHBU!)>6+~KBeN_lO5d;q|H$S<hG#xQ(d=5)=e}=_gfRugotr>H
AN?>~%6S`9%lIECy&)cxC|a&NjJS25R=9xlUq4ghlQG^<nA935&w}na=;Rn>v!VQEzeGmSMV5jAo8}%n2TBJr^rP?!ze3j{qDgK0<wwXZF!7iv
zNtJO?XCr?^T&6dO=*nv3pqCzy+C@V@b$~>`$K(W8t5aJiANfWqf-!0%7DhIA%~nVT_KLS$!lkU>xr=sJqwe!J%Xy=-q;%%?76VJB5b_qvf193
3aiXt%`?ES#RBX^DrU}3wgujl|86=J3b?<I6=on`QuQnWMhXEZo~oT?4*&oF00GMijUNC2ps0iTr~nH50ssI2003E9
""",
    'raw1': """
05c7&yawCqVqYA{qDG7SiCf<f%g)8SbPVJ$AhUF`$map}P_~mu_<r^)79}cq!e`gPq)s~HVRY+;?GlM1AtJo+eaTK&Xa=@Y+4xwRrrcCG25}(P
ac`-@$I9Bc!Fv)2ATmcLqb=v&i&(_`Az>l(O&T<mKK4^!yf-rLvA6qvgxB9v>fHuVpxFP4Vi!)9CMs<L>w`c+1!!<x`|&BAAYDp}WXIuwLCK=)
EvV&Y057+z&n0#owJej^UDk-R3ru#-+#5$E@tyrX(;_aat{X|*VcpWj;(QqaAsz!BqU8n9(+zAw_o{+1%pNj()RI+(w0cJf@Sf)64atr2KlS+r
z0e#zZ%E<3S`T3~A6D0CbB#=fT_i*suV#g8blS?FmE7mo8Q>T+D(?_Gmo}G#-jiG}cD+KbvypL-Om$wgaCl>8nJ_fSiun@jrhWnwl0vE0TAt5n
jkssx@T7{0#*h2wKv%vCgAi5C`~54zm|kFc?a#qY!7*abk#%*}_A>zlCHn=~Qh3RSgWO>AIX{)mqpZ3LTi?lbwiKBAJg`*9NYJxznSPR00lB27
%5Ob_y#ml*v8nI#+r<kp0I=7nJyf7J(WWlyNKT~5FtZ`R3gOQOFmI`$f}I^G6)8-wxVvD!*5i1AM%Wc9(iGM{lV$rs3so(3>x97WJk8&s$JYdB
v2k(7dz=8wlJ9=;8w*Yo{;uiIzj`mS=M&0v!l|7uQL;m%ISojVCgrDDJ7m@6bw=Dd3*4b#?YtAB4145)75YHZBaU8!0uLrbZuov$>8b1!;e!rv
`in)noKuohKlMmv0LDvG-URB1Zj|6{78xFinm+#}RUF(~Spndub8z=^Rr+t{H)j-*gB<7uuNaCDvX#8L<=5<{vOkuFsNGvswf=}(cW3P53>0S{
Sww%_TyAwsUv}|3Xq7hWH%`)*&x^oKe)gk@?GjuhV+v=*fc~&1bpVz>9+DjHot9pjR2t6sRygHc&u41``Tnl+!>-l=I&uu&WCzXIn#;zPh%HR;
g28C92$_G;Jqo%tpln&*HJm4D70Z(g?%=z5J(_ZM7<=hLudevU((r=W1to}R@GQ7#u+{BW-BnFS?N&D_j~zOaP-wTGym-Vx@Nfy_Yr|>Xxzf|7
pOY=6r?R=+851T>6W-M@;`crtJ==?tq7f)QN|o++v5SV*Cz!*XXxGl?tEim3jvKRlitfd1j4OVZff0~Bv4g}s%Q8i#f_)szE$EgVSak2b5G^kk
$_0?+Kr}cIE&Rd{2Ww84I;|ju*i30s1fq>vV;7bT(GA**o8fO^fT3nU?Cr481rP&5`*Ed4!U?D9-lnuFawoM|X_+JMpH@R{>H621!8v0iJWkng
aoA1`8-bYGIeplk!PIMHNLW&{2(ytI`F=*Z290-rG>S{N&L%zLSU&@qwl;nJ0^go_+fgR<uj>otsKsJ+e68~ehRU1*J3O{uJ?6h6BPenw#rO>s
dv2O>U01#H`BWKlZ4)8jt^w`(D|qu5J+%3)J-jO?Z#2INp%v?Q6yNEs^*eEn$0)i_5)AdKjf;VnjZ;{zk)2uk(U-o2AiA$2W7l_s+Ng1nE#w{k
BCGU*ATDPZ-O@WuhJKj*&UfXZ?d|50<H)QI-Y^;^*EM1!M;fC3|2gOGEOaagfn|aYlsGO;Tx$)~ii_U;(#ACl?!`WThv|4$J1c1#8`W3qkbnU`
!T;Qr$mI
""",
    'arm': """
;17%iMqL0i4MHZ8Rl<{PvbZ_~0o8^0Mry7TWWvoEKDX!tOo0cU`esEIq{_AyAY*6JsPFro(+XcTZ|sikSsb|97LIrAY9&6$L6Tci`ma`M6cqr#
lN?iB-oU~;B)N?g<Q!+@B~GtDYH4Dz*`AGPKS4%3!$3Wb-6i)bnvNNC>D~r~HMBDbw(vaSfDi2|ZD>B9-{hv9AJ`cv)DKwWgU;vF?-SmpfbA`7
WB1V8BTy#UykXv*hf4b2e1M{%(qI3}MrjG`z)!f5c*z^ynqRyU=KuUZlh@k6jZNTA?ogFq+cP4W?_~{~ULhpsJWjf0R>0m3!FKpy%Gi#F{VtlP
7I^yh6QmtrJ1PPcK{apNlN;ZYJ=s;nGKVDW*1aW;?(>IQ@klz##ex`X5GC>CXO%uS+B5cz3}DiyC3~Orxcwg&iQZ>3d~Y{e{0g<cJu%lLhW?zu
d#n^!BrM_sq?PDT%Vm|ov$*rI_>KvUxl#}wcExRU$%B2k<C|0*Mm~YEvQg19N<oXC<7uDCw6u!8U}^=?_a#VyBzgGB2k^yBq!3gG#GUhY5a$nV
6=<^)R)N<I=eIKmF9$nI9HG3YMR=ZOTKNzj9W^a3m!fXFggcK#r2>&Ob#-9?4#!d>1IzX{DP22oCwOmpMx8{GbB%bE{P@_3(z911p(ch4<w2*w
(uli3<I^+QU#cE~Zw&e7OdeX!`oeskcQy9;Nzx9ygPZPGu>`<I1)fC?Q6Ei-{4|HTJEyJ!>>0Z*-zYwm^sE=cMZVd?)mu*XbzyeG3>m^GfC+>N
IUD5b3s)87`m<>u1ko4v6}=F?C1y=Vd#LP*7!QL4Lv<scwYC0}(!JEEw(v(Wj@wXPh#)`=v5bP;x=!d10%d%vVZqC`4|P!?h=bA&R=KX-P$7;$
_sKj}Id`ks+!{MKYVlH@$Z@C;FYLSqv<gkOAs+XJzmaG){d<S1mb1KW_P;3G6OJV2b7NHAyhP-$<j<TF2(eubVJsg}T~Fz%s5b3CQ(uI@ta731
OcENo^Vc*i1Z)N7`z?ui5;bJhhSNm63;tIOW9%QK73EmzoD=Yb$h^b@Z78N2pMXtbggWUVfPw@kvZvx9YmvJ(kw2U&>hCO5M5D#&J0`aaYh|Dw
M(l9N&{oD{(V@59)HGOSio)`u0Ns`Oy4}LTsLuUfvlPbmwYa<Q>9>G8Kba}wf*29E<E$n4#N0=Zj4DiL+M;=3iH=Onl0G?hxM-k=NPcaFm3cD>
3|7$^7$axaN;_s^(k-M{H{>UN+*c029g-<(KKGA3)LsPPL5TYFMw76C|698Fqn(y^x={~Gz>mg(WQ;E=ZyC$6s5Ze=|MvR!L&V}~>|2w0sp@a6
uNr^Kwxml<z}+I<4R+A_8IypqPzxXvA?w2C%?I3qKpe8Fqh0_m7H;7fniDf({A!9Z@x=c}k2{H0%4~q9uu@+d6eMNecn+)8irsNb<b<h^0AT6_
Q2hJhX|ajsY%~EOHe`@&_a$4wP$Ha)&%L?R1LlXiyZe#ZZYnc}2|+T`X<zmU^dNYZvtS^r+}CN$h}p*h#HSw4Vu}~YNwdD2`;I5MIZ2-Z)2jtU
A3VeJj`xJDEXIQox8X2If`4_#<@xCdsTek}K7+{x6AUag7nD3YRD+JK|8SFsb)?@1tj$iNS~pLd&ieo33B>XxM9o7H!w#X>zKybETOSht$J)n;
6hKP}rlZ!o6Xf#{CUMu7AL-x1*4WldM$seCzdb|!pHV!5000
""",
    'ia64': """
;17%i4qX5<4MHZ8Rl<{PvbZ_~0o8^0Mry7TWWvoEKDX!tOo0cU`esEIq{_AyAY*6JsPFro(+XcTZ|sikSsb|97LIrAY9&6$L6Tci`ma`M6cqr#
lN?iB-oU~;B)N?g<Q!+@B~GtDYH4Dz*`AGPKS4%3!$3Wb-6i)bnvNNC>D~r~HMBDbw(vaSfDi2|ZD>B9-{hv9AJ`cv)DKwWgU;vF?-SmpfbA`7
WB1V8BTy#UykXv*hf4b2e1M{%(qI3}MrjG`z)!f5c*z^ynqRyU=KuUZlh@k6jZNTA?ogFq+cP4W?_~{~ULhpsJWjf0R>0m3!FKpy%Gi#F{VtlP
7I^yh6QmtrJ1PPcK{apNlN;ZYJ=s;nGKVDW*1aW;?(>IQ@klz##ex`X5GC>CXO%uS+B5cz3}DiyC3~Orxcwg&iQZ>3d~Y{e{0g<cJu%lLhW?zu
d#n^!BrM_sq?PDT%Vm|ov$*rI_>KvUxl#}wcExRU$%B2k<C|0*Mm~YEvQg19N<oXC<7uDCw6u!8U}^=?_a#VyBzgGB2k^yBq!3gG#GUhY5a$nV
6=<^)R)N<I=eIKmF9$nI9HG3YMR=ZOTKNzj9W^a3m!fXFggcK#r2>&Ob#-9?4#!d>1IzX{DP22oCwOmpMx8{GbB%bE{P@_3(z911p(ch4<w2*w
(uli3<I^+QU#cE~Zw&e7OdeX!`oeskcQy9;Nzx9ygPZPGu>`<I1)fC?Q6Ei-{4|HTJEyJ!>>0Z*-zYwm^sE=cMZVd?)mu*XbzyeG3>m^GfC+>N
IUD5b3s)87`m<>u1ko4v6}=F?C1y=Vd#LP*7!QL4Lv<scwYC0}(!JEEw(v(Wj@wXPh#)`=v5bP;x=!d10%d%vVZqC`4|P!?h=bA&P@xw+hG!v5
+VL4yE7MHz4r4;L>FcX7$Z^hKeBg<8_MKR2YOCqg?<R}gkI!H7N@R~~(@-$POsw)l#7D?6UHj<OH+{+;&X#_}uGvB7(`hn36ySOWh<_$bT4^$V
7}Hf;vUDPR$Wu{h3t0VHac5x5n!Zr?@y||{g+Nd2B-GEB@0c91rps_;m}qn~)g6%$?ly=4xlt!U4?HvoZ~pQkES_~XfsaAStkg<pc8_;J7MbMp
N#3FX|Ip9nM(V-)QB~?fB@#?RkV)~N9s?w7xMpm$lf=x&E!WT{##=J?tu`PgPelRpS!FOL^MR}Ua#}8{4P{YNrNH6Id$&rnA#{M%hpa`R>@?T%
L4sR(ZhW_`7EGHUvUm%XiT@A_8{8m<1y$KjEglU30rKXTyk_f(%~-n^+j2BgY~C4nZO|Z`R_u)$cMoMQ-*5WtJ2@VahmQkuX(R+*ohWijVIJ#(
Ry`C1HC#xL3y4+9Ny=elzhG-=X9|mRTrN&Y>2-7CDj!f_?D=v8M>W*8qgxBMzD4UBI>IAq4>Ug5A<Ie^6|j&Qb?#ii*^sMfZd;JmpediHHi9|R
R?Rfr&q#vR=l)+DCP<Cg==D`?3z;&}mss=i*#;`aR{rgkC}ZnG@CeeN2~G<$6FSdw@D769K$9j9VLBCoWga&1Y;{1RPXK{ljzF05{XQ+X7bytC
jPYsb1{pQ4dhdl+2&_S4mPiOuS7sDgl3x?qrOpZ@mJG;@r(!=jB(Gqy8)$;D;O(`Vfv@2`AMt|xy1m+VqYs)W000
""",
    'sparc': """
;17%i@?8KkGuwkk(Eeb5uDt`^dz$$O*`uwoXS%l<m-?uyy%(RXuQ#?oe5BOZBG+4rmy>MY8tzCmRzLI?Lpyx!mMQ~tgA}q7{nesfmmlenFnQI)
OrQvsJ+aTFU>3I3yp@t%{H<MB|KPIQ0&W}y7sPXP%>^A0uIS5RVcksHi5grUOqZLd&%*b>U(KU8R{BMPJoFiGT%I{H6IfT&3>zquu!Fhunb6Ox
YjkCZUmA7}3U5&(5GxWA0|;&Cy@%3aE>%C!;5xJtXZ126gfH)|bEvYViG-{g;PQKovFbNM#lu|_z1bH$v3_<0J<5boy+A2J({0fA%K>=eTel`Z
W0HAUi!j2*J{bRZyZ+5*Fo5QhlpT?RKwstr<st5RSSf)Jny9^^VrSrAMU@HIWn-7fT2Co&TyU2P#@o<L@}$;~U?G<IG|vB@o*mOxdHsQ-Ri4sm
Pna&)W9TYw>vimNnjNdJfy8OtNab}Fl3+s&9<uO31m@R1!+sZFCn%L$oe^Cq7AW(&{duMJHxbd0#wMd!YKVE1O7(gp|2`i|qup{y<Bs)RKWdBv
(;3!MD?ULoc}$I|iaNMMep)upSpwTTK^y66IZU4uVT!BD6m*Tqt{od4F4R^t_fQlGnm@BA4dV6<kCQ$nNgD-eRZ$@(?w!9U^4r4yJ>((#?Wnpa
e*^ZquPorY?X6^IOiLM0QVCd@nF<?v-Fo<ZV#PrsQ6XPXK3HLMYIWg^EQS%2ZPM-6HVJ4ppCG%`C!%iEz$3!BSMxlybUK+s16dYw)a8zM#G=3u
=aUkcNw)T#pQx%rTP9NO8?sU)JuYUH0-Ykw?J#C!TrKx%_EcOH@AJOfH=PoKZRYIA=hh$jnh?Fwt#&RbQKw>|NS+p1u<fcD1uI-;s+8cQDdv3h
1?*6XF8lJir?bRzP>|Y*k{3bxb9&VM+F)WrR8$?K^H4R`vYyAu)$*k)LY59@+?Fpob9xrVv06Rfc=JQVLc_E|#kB|IQhJ*IwV2Wu=j;^Nuq3<?
BJgL<fP+4;#?m3kO+s#9mo#Z;zPdy$#Q8sK3?<|g5q}jO2M?)?DVHt0wNF0K&A>u5g&fPvt#-sYe16Urm5gAb%r@k;Pk=7K+|4n#>cvRddK(4}
LK%94AAK>uH$&lb4JNnWHC}GiibqNy$mnidv6oJDV=^#9x8Wsqlnhd6<+;}-0z+snh9&z#dj`-9;B5+JsiE+%b5I~4KBwQl<>%FPuU=~4;F}#k
9pfz-x5*16B5Vapz!1)U16S8t4&g#|P+?@ysaf7<zVil1-J~`ja2f*=6`~1Fv$w73Aiagwgqk2#w(!gUu(~OSAQn*BnA=9vLvv1PJ;4x?@6XVc
aq?she}9Q~F>XNX!2hC}l3CADn~MXzhJz(0E6rexzljMC6$=f_Ry_L^yO!?!qN1^dOoxV;yw8wL>;>bRU>Xyq1PRoVJh|RQ@_*Y4k>g|NZR7>v
T~lxNZ|AN%IV9RgfD~^#-r&kaB$lU5alRJYNC`<Fx0@M9%J~-mkHVc4_7{U1WGU%4URT!7^im|(Jjj~A4$5JSkZ{o7bv0xB5^ejy@#A#f-C<9+
$@WD0k8tlbqyU{AvDoO;{VPH`itZ<Xr8pOMT#UR&{OG^h(xg6^J~=NHhsD+beb#Z4h0<0E`rJ9fYLl&IhizN%RD9(M*lUsoJ77|UvueFb6;Bq!
bymKZEj5H69bqvQdvapIot*W0p8JUX*XFnbaa=ESDUt#Qj}r6DVR#E)HYWzlEXsXTD~yca6^+9Z)Hb<%3InzSET&~+bpTXdb4Ar^^I`-@Dn)1P
zLfCZ@)PBZE+_(E!Y7_Yb4?~E;5JuRcHzBRx2T20NXD2%Hz7C@Gh;!8gKr@>Ed@a>)U0;FXX#ff8Lac97|mI~+__x2kXdLedB8o~V#(*ws}CmW
Z;Jk;oNQ)S{=g_D8<oB|BDl7{e12gUY>%neSDsG9000
""",
}


def reader(chain):
    raw = chain["format"] == 3
    return _lzma.LZMADecompressor(format=chain["format"], filters=chain["filters"] if raw else None)


def check(name, stream):
    d = reader(CHAINS[name])
    assert d.decompress(stream + b"xx") == DATA and d.eof and d.unused_data == b"xx" and not d.needs_input, name
    d = reader(CHAINS[name])
    assert b"".join(d.decompress(stream[i : i + 1]) for i in range(len(stream))) == DATA and d.eof, name
    d, out = reader(CHAINS[name]), []
    out.append(d.decompress(stream, max_length=1000))
    while not d.eof:
        assert len(out[-1]) <= 1000
        out.append(d.decompress(b"", 1000))
    assert b"".join(out) == DATA, name
    return d.check


for name, text in STREAMS.items():
    print(name, check(name, base64.b85decode(text.replace("\n", ""))))
    writer = _lzma.LZMACompressor(**CHAINS[name])
    stream = writer.compress(DATA[:99]) + writer.compress(DATA[99:]) + writer.flush()
    print(check(name, stream), len(stream) < len(DATA) * 0.8)
for data in (b"", b"a", bytes(300000), random.randbytes(200000)):
    for chain in CHAINS.values():
        writer = _lzma.LZMACompressor(**chain)
        stream = writer.compress(data) + writer.flush()
        d = reader(chain)
        assert d.decompress(stream) == data and d.eof

def tried(f, *args, **names):
    try:
        print(f(*args, **names))
    except BaseException as error:
        print(type(error).__name__, error)
C=_lzma.LZMACompressor; D=_lzma.LZMADecompressor
for fl in ({}, [], [3], [{}], [{'id':'x'}], [{'id':77}], [{'id':-1}], [{'id':1<<70}], [{'id':3,'x':1}], [{'id':4,'dist':1}],[{'id':0x21,'foo':1}],[{'id':0x21,'dict_size':-1}],[{'id':0x21,'dict_size':1<<33}],[{'id':0x21,'mode':1<<33}],[{'id':0x21,'preset':10}],[{'id':0x21,'preset':1<<33}],[{'id':0x21,'dict_size':1<<12}],[{'id':3,'dist':0},{'id':0x21}],[{'id':3,'dist':257},{'id':0x21}],[{'id':0x21}]*5,5,None,"ab",[[1,2]],["ab"], [{'id':3,'dist':'x'},{'id':0x21}], [{'id':0x21, 'lc':2.0}]):
    for fmt in (1,2,3):
        print(fl, fmt); 
        try: C(fmt, filters=fl); print('ok')
        except BaseException as e: print(type(e).__name__, e)
        try: D(fmt, filters=fl); print('ok')
        except BaseException as e: print(type(e).__name__, e)
    if isinstance(fl,list) and fl: tried(_lzma._encode_filter_properties, fl[0])
for a in ((4,),(0,),(1,99),(1,2),(1,16),(2,1),(3,0),(1,-1,10),(1,-1,'x'),(1,-1,3,[{'id':33}]),('x',),(1,-1,1<<40),(1,-1,-1)):
    try: C(*a); print('ok')
    except BaseException as e: print(type(e).__name__, e)
for a in ((4,),(9,),(1,'x'),(3,5),(1,-1),(0,1<<65)):
    try: D(*a); print('ok')
    except BaseException as e: print(type(e).__name__, e)
x=C(); s=x.compress(b'abc')+x.flush()
tried(x.flush); tried(x.compress,b''); tried(x.compress,'a')
tried(D(0,100).decompress, s)
tried(D(2).decompress, s)
tried(D(1).decompress, b'garbage of some length')
for i in range(0,len(s)):
    b=bytearray(s); b[i]^=8
    tried(D().decompress,b)
d=D(); tried(d.decompress,s); tried(d.decompress,b''); print(d.check, d.eof, d.needs_input,d.unused_data)
for i in (-1,0,1,2,4,10,15,16): tried(_lzma.is_check_supported,i)

