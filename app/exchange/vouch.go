package exchange

// vouching is what a signature of a workbook begins with, so that it can never pass for
// one of a pack or a key.
const vouching = "outrigger-workbook\n"

// Vouch signs the digest of a workbook with the keys' last. It gives the public key and
// the signature, both in base64.
func (k *Keys) Vouch(digest []byte) (key, signature string) {
	pair := k.file.Pairs[len(k.file.Pairs)-1]
	return pair.Sign, k.sign(append([]byte(vouching), digest...))
}

// Vouched tells whether a workbook's signature is good by the key it names.
func Vouched(digest []byte, key, signature string) bool {
	return verifies(key, append([]byte(vouching), digest...), signature)
}

// Has tells whether a signing key is among those of a public part.
func (p Public) Has(key string) bool {
	for _, s := range p.Keys {
		if s.Sign == key {
			return true
		}
	}
	return false
}
