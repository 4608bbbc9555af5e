package web

import (
	"bytes"
	"log/slog"
	"regexp"
)

// nameless takes what net/http has to say about connections, and logs it
// without the addresses of clients.
type nameless struct{ log *slog.Logger }

// clientAddress matches an IP address with a port.
var clientAddress = regexp.MustCompile(`(\d+\.\d+\.\d+\.\d+|\[[0-9A-Fa-f:.]+(%[^\]]*)?\]):\d+`)

func (n nameless) Write(line []byte) (int, error) {
	n.log.Warn("connection", "error", string(clientAddress.ReplaceAll(bytes.TrimSpace(line), []byte("a client"))))
	return len(line), nil
}
