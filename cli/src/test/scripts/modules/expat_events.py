import pyexpat
from xml.parsers import expat
print(pyexpat.EXPAT_VERSION,pyexpat.version_info,pyexpat.native_encoding,pyexpat.features)
print(pyexpat.errors.codes==pyexpat.errors.codes, sorted(pyexpat.errors.messages.items()))
print([(n,getattr(pyexpat.errors,n)) for n in dir(pyexpat.errors) if n.startswith('XML')])
print([(n,getattr(pyexpat.model,n)) for n in dir(pyexpat.model) if n.startswith('XML')],pyexpat.model.__name__)
p=pyexpat.ParserCreate()
def tr(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__,e, getattr(e,'code',None),getattr(e,'lineno',None),getattr(e,'offset',None))
H='StartElement EndElement CharacterData ProcessingInstruction Comment StartCdataSection EndCdataSection StartDoctypeDecl EndDoctypeDecl XmlDecl ElementDecl AttlistDecl EntityDecl UnparsedEntityDecl NotationDecl ExternalEntityRef SkippedEntity NotStandalone StartNamespaceDecl EndNamespaceDecl Default DefaultHandlerExpand'.split()
def run(data,skip=('Default','DefaultHandlerExpand','NotStandalone'),chunks=1,**kw):
    enc=kw.pop('encoding',None); opts=kw.pop('opts',{}); pe=kw.pop('pe',0)
    p=expat.ParserCreate(enc,**kw)
    for k,v in opts.items(): setattr(p,k,v)
    if pe: p.SetParamEntityParsing(pe)
    def mk(n):
        def h(*a):
            print('  ',n,a, (p.CurrentLineNumber,p.CurrentColumnNumber,p.CurrentByteIndex))
            return 1
        return h
    for n in H:
        if n not in skip: setattr(p,n if n.startswith('DefaultHandler') else n+'Handler',mk(n))
    print(data[:60])
    try:
        if chunks==1: p.Parse(data,True)
        else:
            for i in range(0,len(data),chunks): p.Parse(data[i:i+chunks])
            p.Parse(data[:0],True)
    except expat.ExpatError as e: print('  !!',e,e.code,e.lineno,e.offset,p.ErrorByteIndex)
    except Exception as e: print('  !!!',type(e).__name__,e)
A=lambda *x:tuple(h for h in H if h not in x)
doc=b'''<?xml version="1.0" encoding="iso-8859-1" standalone="yes"?>
<?xml-stylesheet href="stylesheet.css"?>
<!-- comment data -->
<!DOCTYPE quotations SYSTEM "quotations.dtd" [
<!ELEMENT root (a|(b,c?)*)+>
<!ELEMENT e EMPTY><!ELEMENT f ANY><!ELEMENT g (#PCDATA|x|y)*>
<!NOTATION notation SYSTEM "notation.jpeg">
<!ENTITY acirc "&#226;">
<!ENTITY external_entity SYSTEM "entity.file">
<!ENTITY unparsed_entity SYSTEM "entity.file" NDATA notation>
<!ENTITY % pe "x">
<!ATTLIST root attr1 CDATA #IMPLIED
 attr2 (a|b) "b" attr3 NMTOKENS #REQUIRED attr4 CDATA #FIXED "x&#65;&acirc;">
%unparsed_entity;
]>

<root attr1="value1" attr3=" a  b ">
<myns:subelement xmlns:myns="http://www.python.org/namespace">
     Contents of subelements
</myns:subelement>
<sub2><![CDATA[contents of CDATA section]]></sub2>
&external_entity;
&acirc;&lt;\xb5
</root>
'''
run(doc); run(doc,namespace_separator='!'); run(doc,chunks=7,skip=A('StartElement','CharacterData')); run(doc,skip=A('Default')); run(doc,skip=A('DefaultHandlerExpand','StartElement'))
for s in [b'<a>',b'<a></b>',b'<a',b'',b'<a/><b/>',b'<a>&foo;</a>',b'<a b="1" b="2"/>',b'<a b=1/>',b'<a><!-- -- --></a>',b' <?xml version="1.0"?><a/>',b'<a>]]></a>',b'<a>&#0;</a>',b'<a>&#xD800;</a>',b'<?xml version="1.0" encoding="foo"?><a/>',b'<a>\xff</a>',b'<a>\xe2\x82',b'<a>&lt</a>',b'<a b="<"/>',b'<a><b></a></b>',b'<p:a/>',b'<a><![CDATA[x</a>',b'<!DOCTYPE a [<!ENTITY x "&y;"><!ENTITY y "&x;">]><a>&x;</a>',b'<!DOCTYPE a><a>&x;</a>',b'<!DOCTYPE a SYSTEM "x"><a>&x;</a>',b'<a>\x01</a>',b'<1/>',b'<a/>x',b'x<a/>',b'<?xml version="1.0" standalone="maybe"?><a/>',b'<a xml:lang="x"/>',b'<!DOCTYPE a [<!ENTITY x "<b>t</b>">]><a>&x;</a>',b'<!DOCTYPE a [<!ENTITY x "<b>">]><a>&x;</b></a>',b'<a\n b\n=\n"1\n2\t3"/>',b'<a>x\r\ny\rz</a>',b'\xef\xbb\xbf<a/>','<a>é</a>'.encode('utf-16'),'<a>é</a>','<?xml version="1.0" encoding="utf-16"?><a/>','<a>\U0001f600é</a>',b'<?xml version="1.0" encoding="koi8-r"?><a>\xc1</a>',b'<?pi?><a/>',b'<?xml?><a/>',b'<?XML v?><a/>',b'<a></a >',b'<a ></a>',b'<a b="1"c="2"/>',b'<!FOO><a/>',b'<a><!FOO></a>',b'<a/><!-- c --> <?p x?>\n',b'<a/>&lt;',b'<a>&#65;&amp;&#x42;</a>',b'<a xmlns=""/>',b'<a xmlns:p=""/>',b'<a xmlns="u"><b/></a>',b'<x:a xmlns:x="u" x:b="1" c="2"/>',b'<!DOCTYPE a [<!ATTLIST a xmlns CDATA "dflt" q CDATA "v">]><a/>',b'<a>'+b'x'*30+b'</a>']:
    run(s); run(s,namespace_separator=' '); run(s,chunks=1 if len(s)<2 else 2,skip=A('StartElement','EndElement','CharacterData'))
run(b'<a b="1" c="2">x&lt;y\nz<!--c-->w</a>',opts=dict(buffer_text=True,ordered_attributes=True))
run(b'<x:a xmlns:x="u" x:b="1"/>',opts=dict(namespace_prefixes=True),namespace_separator=' ')
run(b'<!DOCTYPE a [<!ATTLIST a q CDATA "v">]><a x="1"/>',opts=dict(specified_attributes=True))
tr(lambda:p.Parse(1)); tr(lambda:p.Parse('<a/>',1)); tr(lambda:p.Parse('x')); tr(lambda:p.foo); tr(lambda:setattr(p,'foo',1)); tr(lambda:setattr(p,'buffer_size','x')); tr(lambda:setattr(p,'buffer_size',0)); tr(lambda:p.buffer_size); tr(lambda:p.intern); tr(lambda:expat.ParserCreate(namespace_separator='xx')); tr(lambda:expat.ParserCreate(1)); tr(lambda:expat.ParserCreate(intern=3)); tr(lambda:p.StartElementHandler); tr(lambda:p.GetBase()); tr(lambda:p.SetBase('x')); tr(lambda:p.GetBase()); tr(lambda:p.GetInputContext()); tr(lambda:(p.ErrorCode,p.ErrorLineNumber,p.ErrorColumnNumber,p.ErrorByteIndex,p.CurrentByteIndex)); tr(lambda:p.UseForeignDTD(True)); tr(lambda:expat.ParserCreate().UseForeignDTD()); tr(lambda:setattr(p,'StartElementHandler',None)); tr(lambda:(p.buffer_used,p.buffer_text,p.namespace_prefixes,p.ordered_attributes,p.specified_attributes)); tr(lambda:p.SetParamEntityParsing(1))
import io
q=expat.ParserCreate(); tr(lambda:q.ParseFile(io.BytesIO(b'<a/>'))); tr(lambda:expat.ParserCreate().ParseFile(3)); tr(lambda:expat.ParserCreate().ParseFile(io.StringIO('<a/>')))

# Zeros at the start mean UTF-16; half a unit at the end is no token.
for document in b"\0\r\n", b"\0<\0a\0>\0x\0", b"\0", b"\xef", b"\xfe", b"\xff", b"a\0", b"\0\0<":
    try:
        print(expat.ParserCreate().Parse(document, True))
    except expat.ExpatError as error:
        print(document, error)
