#!/bin/sh
# Makes the certificates of the TLS tests anew, with OpenSSL: an authority, what it signed, and one that
# signed itself. The files that it leaves are committed; the keys are worth nothing.
set -e
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
here=$(pwd)
cd "$work"
touch index.txt
echo 01 > serial
cat > ca.cnf <<'CNF'
[ca]
default_ca = own
[own]
dir = .
new_certs_dir = .
database = index.txt
serial = serial
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
CNF
key() { openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1.key" 2> /dev/null; }
sign() { # name, subject, alternative names, from, until
  key "$1"
  openssl req -new -key "$1.key" -subj "/CN=$2" -out "$1.csr"
  printf 'subjectAltName=%s\nextendedKeyUsage=serverAuth,clientAuth\n' "$3" > ext
  openssl ca -batch -config ca.cnf -cert ca.pem -keyfile ca.key -in "$1.csr" -notext \
    -startdate "$4" -enddate "$5" -extfile ext -out "$1.crt" 2> /dev/null
  cat "$1.key" "$1.crt" > "$here/$1.pem"
}
key ca
openssl req -x509 -new -key ca.key -days 36500 -subj "/CN=Authority of the tests" -out ca.pem
cp ca.pem "$here/ca.pem"
sign good localhost DNS:localhost,IP:127.0.0.1 20200101000000Z 21200101000000Z
sign other other.example DNS:other.example,DNS:*.wild.example 20200101000000Z 21200101000000Z
sign expired localhost DNS:localhost 20200101000000Z 20210101000000Z
sign early localhost DNS:localhost 21100101000000Z 21200101000000Z
key own
openssl req -x509 -new -key own.key -days 36500 -subj "/CN=localhost" -addext subjectAltName=DNS:localhost -out own.crt
cat own.key own.crt > "$here/self_signed.pem"
openssl pkcs8 -topk8 -v2 aes-256-cbc -in good.key -passout pass:secret -out enc.key
cat enc.key good.crt > "$here/encrypted.pem"
openssl ec -in good.key -out "$here/traditional.key" 2> /dev/null
openssl ec -in good.key -aes128 -passout pass:secret -out "$here/traditional_encrypted.key" 2> /dev/null
