package web

import (
	"crypto/tls"
	"fmt"
	"log/slog"
	"os"
	"sync"
	"time"
)

// certificate is a server's certificate as it stands in two files, which are
// read again when they have changed: certificates are renewed every few months
// or weeks, and a server shouldn't have to stop for it.
type certificate struct {
	certFile, keyFile string
	log               *slog.Logger

	mu     sync.Mutex
	pair   *tls.Certificate
	time   time.Time // of the files, when they were read
	looked time.Time // when they were last looked at
}

// certificateAge is how long a certificate is used before its files are looked
// at again.
const certificateAge = time.Minute

// secure returns how to speak TLS with a certificate. With the protocols named,
// browsers speak HTTP/2.
func secure(certFile, keyFile string, log *slog.Logger) (*tls.Config, error) {
	c := &certificate{certFile: certFile, keyFile: keyFile, log: log}
	if err := c.read(); err != nil {
		return nil, err
	}
	return &tls.Config{
		MinVersion:     tls.VersionTLS12,
		NextProtos:     []string{"h2", "http/1.1"},
		GetCertificate: func(*tls.ClientHelloInfo) (*tls.Certificate, error) { return c.get(time.Now()), nil },
	}, nil
}

// get returns the certificate. If the files can't be read, it is the one that
// was read before.
func (c *certificate) get(now time.Time) *tls.Certificate {
	c.mu.Lock()
	defer c.mu.Unlock()
	if now.Sub(c.looked) < certificateAge {
		return c.pair
	}
	c.looked = now
	if changed(c.certFile, c.keyFile).Equal(c.time) {
		return c.pair
	}
	if err := c.read(); err != nil {
		c.log.Error("the new certificate can't be used: the one before is used on", "error", err)
	} else {
		c.log.Info("certificate read", "file", c.certFile)
	}
	return c.pair
}

// read reads the files.
func (c *certificate) read() error {
	c.time = changed(c.certFile, c.keyFile)
	pair, err := tls.LoadX509KeyPair(c.certFile, c.keyFile)
	if err != nil {
		return fmt.Errorf("can't use the certificate %s with the key %s: %w", c.certFile, c.keyFile, err)
	}
	c.pair = &pair
	return nil
}

// changed returns when the latest of the files was changed, as far as can be
// seen.
func changed(files ...string) time.Time {
	var latest time.Time
	for _, name := range files {
		if info, err := os.Stat(name); err == nil && info.ModTime().After(latest) {
			latest = info.ModTime()
		}
	}
	return latest
}
