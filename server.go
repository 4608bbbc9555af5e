// Samewire shows how news outlets reworded the same wire copy. This command
// serves the reader, or analyses articles in the terminal.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"golang.org/x/term"

	"samewire/app/analysis"
	"samewire/app/extract"
	"samewire/app/story"
	"samewire/web"
)

//go:generate go run . build -best

const usage = `Samewire shows how news outlets reworded the same wire copy.

Usage:

	samewire [serve] [-addr HOST:PORT] [-stories DIR] [-fetch] [-trust-proxy]
	         [-base PATH] [-tls-cert FILE -tls-key FILE] [-metrics HOST:PORT]
	         [-log-requests] [-frame-ancestors SITES] [-excerpts]
		serves the reader (default: on 127.0.0.1:8000); with -fetch it fetches
		articles by link for those who make stories of their own
	samewire analyze [-json | -csv TABLE] FILE...
		compares articles (text, Markdown, web pages) or a story file and prints what they share
	samewire export -o DIR -base URL [-stories DIR] [-excerpts] [-lang CODE]
		writes the whole site as plain files, for any host or CDN
	samewire build [-o DIR] [-best]
		compiles the app for the browser into DIR (go generate calls this)

"samewire VERB -h" explains a verb's flags.
`

// Exit codes: 1 for what went wrong, 2 for a command line that means nothing.
const (
	exitFailed = 1
	exitUsage  = 2
)

var errUsage = errors.New("usage")

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// The first signal ends the work, a second one the process.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:]))
}

// run carries out a command line and returns the exit code.
func run(ctx context.Context, args []string) int {
	verb := "serve"
	if len(args) > 0 && args[0] != "" && args[0][0] != '-' {
		verb, args = args[0], args[1:]
	} else if len(args) > 0 && (args[0] == "-h" || args[0] == "-help" || args[0] == "--help") {
		verb = "help"
	}
	verbs := map[string]func(context.Context, []string) error{"serve": serve, "analyze": analyze, "export": export, "build": build, "help": help}
	do, ok := verbs[verb]
	if !ok {
		fmt.Fprintf(os.Stderr, "samewire: there is no verb %q\n\n%s", verb, usage)
		return exitUsage
	}
	switch err := do(ctx, args); {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return 0
	case errors.Is(err, errUsage):
		return exitUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(os.Stderr, "samewire: interrupted")
	default:
		fmt.Fprintln(os.Stderr, "samewire:", err)
	}
	return exitFailed
}

func help(context.Context, []string) error {
	fmt.Print(usage)
	return nil
}

// parse reads a verb's flags. The flag package has told the user what is wrong
// when it returns errUsage.
func parse(flags *flag.FlagSet, args []string, takesFiles bool) error {
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return err
		}
		return errUsage
	}
	if takesFiles == (flags.NArg() > 0) {
		return nil
	}
	if takesFiles {
		fmt.Fprintf(flags.Output(), "samewire %s: no file is named\n", flags.Name())
	} else {
		fmt.Fprintf(flags.Output(), "samewire %s: what is %q?\n", flags.Name(), flags.Arg(0))
	}
	flags.Usage()
	return errUsage
}

func serve(ctx context.Context, args []string) error {
	var o web.Options
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	flags.StringVar(&o.Addr, "addr", "127.0.0.1:8000", "`host:port` to serve on")
	flags.StringVar(&o.Stories, "stories", "", "`directory` with more stories, each a directory of articles or a story file; changes show within seconds")
	flags.StringVar(&o.Certificate, "tls-cert", "", "`file` of a certificate and those that vouch for it (PEM), to speak TLS")
	flags.StringVar(&o.Key, "tls-key", "", "`file` of the certificate's key (PEM)")
	flags.BoolVar(&o.TrustProxy, "trust-proxy", false, "believe X-Forwarded-For, -Proto and -Host: only where nothing but a proxy can reach the server")
	flags.StringVar(&o.Metrics, "metrics", "", "`host:port` to serve metrics for Prometheus on, apart from the readers' address")
	flags.BoolVar(&o.LogRequests, "log-requests", false, "log each request, without who asked and what they searched for")
	flags.BoolVar(&o.Excerpts, "excerpts", false, "publish no article whole, only the passages that are compared with a sentence around them")
	flags.StringVar(&o.Base, "base", "", "`path` to serve under, such as /samewire, if that isn't the root of the host")
	flags.StringVar(&o.Ancestors, "frame-ancestors", "*", "`sites` that may show the widget, as a Content-Security-Policy names them")
	flags.BoolVar(&o.Fetch, "fetch", false, "fetch articles by link for readers who make stories of their own")
	if err := parse(flags, args, false); err != nil {
		return err
	}
	o.Log = os.Stderr
	return web.Serve(ctx, o, func(url string) { fmt.Println("Samewire is at", url) })
}

func analyze(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("analyze", flag.ContinueOnError)
	asJSON := flags.Bool("json", false, "print the whole analysis as JSON")
	table := flags.String("csv", "", "print a `table` as CSV: "+strings.Join(analysis.Tables(), ", "))
	if err := parse(flags, args, true); err != nil {
		return err
	}
	s, err := story.Reader{HTML: extract.HTML}.ReadFiles(flags.Args())
	if err != nil {
		return err
	}
	a, err := analysis.Analyze(ctx, s, nil)
	if err != nil {
		return err
	}
	var data []byte
	switch {
	case *asJSON:
		data, err = a.JSON()
	case *table != "":
		data, err = a.CSV(*table)
	default:
		return a.WriteText(os.Stdout, colored(os.Stdout), width(os.Stdout))
	}
	if err != nil {
		return err
	}
	_, err = os.Stdout.Write(data)
	return err
}

func export(ctx context.Context, args []string) error {
	o := web.ExportOptions{Log: os.Stderr}
	flags := flag.NewFlagSet("export", flag.ContinueOnError)
	flags.StringVar(&o.Dir, "o", "", "`directory` to write to: empty, or of an export before")
	flags.StringVar(&o.URL, "base", "", "`address` that the files will have, such as https://news.example/samewire")
	flags.StringVar(&o.Stories, "stories", "", "`directory` with more stories, each a directory of articles or a story file")
	flags.BoolVar(&o.Excerpts, "excerpts", false, "publish no article whole, only the passages that are compared with a sentence around them")
	flags.StringVar(&o.Language, "lang", "", "`code` of the language that the pages are in until the app runs (default en)")
	if err := parse(flags, args, false); err != nil {
		return err
	}
	e, err := web.Export(ctx, o)
	if err != nil {
		return err
	}
	fmt.Println(e)
	return nil
}

func build(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("build", flag.ContinueOnError)
	out := flags.String("o", "", "`directory` to write to (default "+web.Dist+", which go build embeds)")
	best := flags.Bool("best", false, "compress as far as it goes: takes half a minute")
	if err := parse(flags, args, false); err != nil {
		return err
	}
	return web.Build(ctx, *out, *best, os.Stderr)
}

// colored tells whether f is a terminal that wants colours.
func colored(f *os.File) bool {
	return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && term.IsTerminal(int(f.Fd()))
}

// width returns the width of the terminal f in columns, 80 if it is none.
func width(f *os.File) int {
	if columns, _, err := term.GetSize(int(f.Fd())); err == nil && columns > 0 {
		return columns
	}
	return 80
}
