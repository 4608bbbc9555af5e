package web

import (
	"crypto/tls"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"syscall"
	"time"

	"samewire/app/words"
)

// newFetchClient returns a client that connects to nothing but what allowed
// lets through. The address is looked at when the connection is about to be
// made, after all names are resolved: a name that meant one thing when it was
// looked up first can't mean another now. The client has no cookies, no proxy,
// keeps no connections, and says nothing of where a redirect came from.
func newFetchClient(allowed func(netip.AddrPort) error, resolver *net.Resolver) *http.Client {
	dialer := net.Dialer{
		Timeout:  fetchTimeout,
		Resolver: resolver,
		Control: func(_, address string, _ syscall.RawConn) error {
			to, err := netip.ParseAddrPort(address)
			if err != nil {
				return errPrivate
			}
			return allowed(to)
		},
	}
	return &http.Client{
		Transport: &http.Transport{
			DialContext:            dialer.DialContext,
			DisableKeepAlives:      true,
			TLSHandshakeTimeout:    5 * time.Second,
			TLSClientConfig:        &tls.Config{MinVersion: tls.VersionTLS12},
			MaxResponseHeaderBytes: 64 << 10,
		},
		CheckRedirect: func(next *http.Request, via []*http.Request) error {
			next.Header.Del("Referer")
			if len(via) > fetchRedirects {
				return refuse(http.StatusBadGateway, "fetch.passed-on", "n", words.Number(fetchRedirects))
			}
			return checkLink(next.URL)
		},
	}
}

// parseLink reads the link that a reader gave.
func parseLink(s string) (*url.URL, error) {
	s = strings.TrimSpace(s)
	switch {
	case s == "":
		return nil, refuse(http.StatusBadRequest, "fetch.no-link")
	case len(s) > maxLink:
		return nil, refuse(http.StatusBadRequest, "fetch.long-link", "n", words.Number(maxLink))
	}
	u, err := url.Parse(s)
	if err != nil {
		return nil, refuse(http.StatusBadRequest, "fetch.malformed")
	}
	return u, checkLink(u)
}

// checkLink refuses links that can't lead to a public web page. What a name
// leads to is seen when it is dialled.
func checkLink(u *url.URL) error {
	host := u.Hostname()
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return refuse(http.StatusBadRequest, "fetch.scheme")
	case host == "":
		return refuse(http.StatusBadRequest, "fetch.names-no-site")
	case u.User != nil:
		return refuse(http.StatusBadRequest, "fetch.password")
	}
	if a, err := netip.ParseAddr(host); err == nil {
		if a.Is4In6() || a.Zone() != "" {
			return errPrivate
		}
		return nil
	}
	if endsInNumber(host) {
		return refuse(http.StatusBadRequest, "fetch.odd-host", "host", shown(host))
	}
	return nil
}

// endsInNumber tells whether a host is an IPv4 address in a form other than the
// usual, such as 2130706433, 0x7f.1 or 0177.0.0.1: browsers and some resolvers
// take any host for one whose last part is a number.
func endsInNumber(host string) bool {
	host = strings.TrimSuffix(host, ".")
	last := host[strings.LastIndexByte(host, '.')+1:]
	if hex, ok := strings.CutPrefix(strings.ToLower(last), "0x"); ok {
		return strings.Trim(hex, "0123456789abcdef") == ""
	}
	return strings.Trim(last, "0123456789") == ""
}

// errPrivate is the refusal of an address that isn't on the public internet.
var errPrivate = refuse(http.StatusForbidden, "fetch.private")

// publicAddress lets through the addresses of sites on the public internet, at
// the ports of the web.
func publicAddress(to netip.AddrPort) error {
	if to.Port() != 80 && to.Port() != 443 {
		return refuse(http.StatusForbidden, "fetch.port", "port", strconv.Itoa(int(to.Port())))
	}
	if !isPublic(to.Addr()) {
		return errPrivate
	}
	return nil
}

// isPublic tells whether an address is one of the public internet. Of IPv6,
// only what is given out to networks is; forms that carry an IPv4 address are
// not, because what they lead to is decided by a gateway on the way.
func isPublic(a netip.Addr) bool {
	a = a.Unmap() // ::ffff:127.0.0.1 is dialled as 127.0.0.1
	if a.Is6() && (!globalUnicast.Contains(a) || isISATAP(a)) || a.Zone() != "" || !a.IsValid() {
		return false
	}
	for _, p := range special {
		if p.Contains(a) {
			return false
		}
	}
	return true
}

// isISATAP tells whether an address carries an IPv4 address in its lower half.
func isISATAP(a netip.Addr) bool {
	b := a.As16()
	return (b[8] == 0 || b[8] == 2) && b[9] == 0 && b[10] == 0x5E && b[11] == 0xFE
}

// globalUnicast is the part of IPv6 that is given out. Loopback, unique local,
// link-local, multicast, IPv4-compatible and NAT64 (64:ff9b::) are outside.
var globalUnicast = netip.MustParsePrefix("2000::/3")

// special are the addresses that IANA keeps for other than the public internet
// (RFC 6890 and its successors), and one where a cloud keeps its metadata.
var special = prefixes(`
	0.0.0.0/8        this-network
	10.0.0.0/8       private
	100.64.0.0/10    carriers'-NAT
	127.0.0.0/8      loopback
	168.63.129.16/32 a-cloud's-metadata
	169.254.0.0/16   link-local,-and-metadata
	172.16.0.0/12    private
	192.0.0.0/24     protocols
	192.0.2.0/24     documentation
	192.31.196.0/24  AS112
	192.52.193.0/24  AMT
	192.88.99.0/24   6to4-relays
	192.168.0.0/16   private
	192.175.48.0/24  AS112
	198.18.0.0/15    benchmarking
	198.51.100.0/24  documentation
	203.0.113.0/24   documentation
	224.0.0.0/4      multicast
	240.0.0.0/4      reserved,-and-broadcast
	2001::/23        protocols:-Teredo,-benchmarking,-ORCHID
	2001:db8::/32    documentation
	2002::/16        6to4
	2620:4f:8000::/48 AS112
	3fff::/20        documentation`)

// prefixes reads a list of prefixes and what they are for.
func prefixes(list string) []netip.Prefix {
	var all []netip.Prefix
	for row := range strings.Lines(list) {
		if fields := strings.Fields(row); len(fields) == 2 {
			all = append(all, netip.MustParsePrefix(fields[0]))
		} else if len(fields) != 0 {
			panic(fmt.Sprintf("not a prefix and what it is for: %q", row))
		}
	}
	return all
}
