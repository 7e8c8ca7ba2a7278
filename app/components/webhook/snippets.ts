/** How a receiver checks that OpsKnight sent it, with nothing but its language. `secret` is the `whsec_…`. */
export const VERIFY_SNIPPETS: { language: string; text: string }[] = [
  {
    language: 'Node.js',
    text: `import { createHmac, timingSafeEqual } from 'node:crypto';

// headers: in lower case; body: the raw text, before it is parsed
export function isFromOpsKnight(secret, headers, body) {
  const sentAt = headers['webhook-timestamp'];
  if (!(Math.abs(Date.now() / 1000 - Number(sentAt)) < 300)) return false;
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signed = \`\${headers['webhook-id']}.\${sentAt}.\${body}\`;
  const mac = createHmac('sha256', key).update(signed).digest();
  return headers['webhook-signature'].split(' ').some((signature) => {
    const given = Buffer.from(signature.slice('v1,'.length), 'base64');
    return given.length === mac.length && timingSafeEqual(given, mac);
  });
}`,
  },
  {
    language: 'Python',
    text: `import base64, hashlib, hmac, time

# headers: in lower case; body: the raw bytes, before they are parsed
def is_from_opsknight(secret, headers, body):
    sent_at = headers["webhook-timestamp"]
    if abs(time.time() - int(sent_at)) >= 300:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{sent_at}.".encode() + body
    mac = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest())
    return any(
        hmac.compare_digest(b"v1," + mac, signature.encode())
        for signature in headers["webhook-signature"].split(" ")
    )`,
  },
  {
    language: 'Go',
    text: `import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// body: the raw bytes, before they are parsed
func isFromOpsKnight(secret string, header http.Header, body []byte) bool {
	sentAt, err := strconv.ParseInt(header.Get("webhook-timestamp"), 10, 64)
	if err != nil || time.Since(time.Unix(sentAt, 0)).Abs() >= 5*time.Minute {
		return false
	}
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
	if err != nil {
		return false
	}
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(header.Get("webhook-id") + "." + header.Get("webhook-timestamp") + "."))
	mac.Write(body)
	expected := "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil))
	for _, signature := range strings.Split(header.Get("webhook-signature"), " ") {
		if hmac.Equal([]byte(signature), []byte(expected)) {
			return true
		}
	}
	return false
}`,
  },
];
