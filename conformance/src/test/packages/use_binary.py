# packages: python3-construct python3-bitstring python3-pyelftools python3-netaddr python3-dnspython python3-pyasn1 python3-pyasn1-modules
"""Binary formats: construct, bitstring, ELF files, addresses, DNS messages, ASN.1."""
import warnings

warnings.simplefilter("ignore")
import bitstring
import construct as c
import dns.message
import dns.name
import dns.rdatatype
import dns.resolver
import dns.reversename
import dns.zone
import netaddr
from elftools.elf.elffile import ELFFile
from pyasn1.codec.der import decoder, encoder
from pyasn1_modules import pem, rfc2459

packet = c.Struct(
    "magic" / c.Const(b"PK"), "version" / c.Int8ub, "flags" / c.BitStruct("a" / c.Flag, "kind" / c.BitsInteger(3), c.Padding(4)),
    "count" / c.Rebuild(c.Int16ul, c.len_(c.this.items)), "items" / c.Array(c.this.count, c.Struct("id" / c.VarInt, "name" / c.PascalString(c.Int8ub, "utf8"))),
    "body" / c.Switch(c.this.version, {1: c.CString("ascii"), 2: c.Prefixed(c.Int32ub, c.GreedyBytes)}),
    "sum" / c.Checksum(c.Int8ub, lambda d: sum(d) % 256, lambda context: b"abc"),
)
data = packet.build(dict(version=2, flags=dict(a=True, kind=5), items=[dict(id=300, name="é"), dict(id=1, name="x")], body=b"body"))
print(data.hex())
print(packet.parse(data))
for bad in (b"XX", data[:-3], data[:-1] + b"\0"):
    try:
        packet.parse(bad)
    except c.ConstructError as error:
        print(type(error).__name__, str(error).splitlines()[0])
print(c.Enum(c.Byte, one=1, two=2).parse(b"\x02"), c.Sequence(c.Byte, c.Float32b, c.Int24ul).parse(b"\x01\x3f\x80\0\0\1\2\3"), c.Hex(c.Int32ub).parse(b"\xde\xad\xbe\xef"))

s = bitstring.BitArray("0b1101, 0xff, uint:5=9, float:32=1.5, se=-3")
s.insert("0b00", 2)
print(s, s.len, s.find("0xff"), s.unpack("bits:6, hex:8, uint:5")[1:], s[3:20:2].bin, list(s.cut(13))[0])
s.byteswap() if s.len % 8 == 0 else s.rol(3)
print(s.bin, bitstring.pack("uint:12, hex:8, 2*bool", 100, "ab", True, False), bitstring.Bits(bytes=b"\x01\x02").uintle, bitstring.ConstBitStream("0x1234").readlist("2*uint:4, hex"))
with open("/bin/true", "rb") as file:
    elf = ELFFile(file)
    print(elf.get_machine_arch(), elf.elfclass, elf["e_type"], [x.name for x in elf.iter_sections()][:6], [t.needed for t in elf.get_section_by_name(".dynamic").iter_tags("DT_NEEDED")])
    print(sorted({x.header.p_type for x in elf.iter_segments()})[:5], elf.get_section_by_name(".dynsym").num_symbols() > 10)

net = netaddr.IPNetwork("192.0.2.0/26")
print(list(net.subnet(28)), netaddr.cidr_merge(["10.0.0.0/25", "10.0.0.128/25", "10.0.1.0/24"]), netaddr.IPAddress("::ffff:1.2.3.4").ipv4(), netaddr.EUI("00-1B-77-49-54-FD").bits(), netaddr.IPSet(["10.0.0.0/30"]) - netaddr.IPSet(["10.0.0.1"]))
query = dns.message.make_query("www.example.org", "MX", want_dnssec=True)
query.id = 7
wire = query.to_wire()
print(wire.hex(), dns.message.from_wire(wire).to_text(), sep="\n")
zone = dns.zone.from_text("$ORIGIN example.org.\n$TTL 300\n@ IN SOA ns hostmaster 1 2 3 4 5\n@ NS ns\nns A 192.0.2.1\nwww CNAME ns\ntxt TXT \"a b\" c\n*.w AAAA ::1\n", origin="example.org.")
print(sorted(str(n) for n in zone.nodes), zone.to_text(relativize=False), dns.reversename.from_address("2001:db8::1"), dns.name.from_text("ä.example").to_text())
try:
    dns.name.from_text("a" * 70)
except dns.exception.DNSException as error:
    print(type(error).__name__, error)

name = rfc2459.Name()
rdn = rfc2459.RelativeDistinguishedName()
attribute = rfc2459.AttributeTypeAndValue()
attribute["type"] = rfc2459.id_at_commonName
attribute["value"] = encoder.encode(rfc2459.X520CommonName().setComponentByName("utf8String", "Änne"))
rdn[0] = attribute
sequence = rfc2459.RDNSequence()
sequence[0] = rdn
name[0] = sequence
der = encoder.encode(name)
print(der.hex(), decoder.decode(der, asn1Spec=rfc2459.Name())[0].prettyPrint())
