package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// exportDir is a directory that exports write to.
type exportDir struct {
	path   string
	before exportRecord
	now    exportRecord
	has    map[string]bool // the files of now
	done   Exported
}

// exportRecord is what an export leaves in its directory, for the next one to
// know what it may remove.
type exportRecord struct {
	Samewire int      `json:"samewire"` // the version of the record
	Files    []string `json:"files"`    // that the export wrote, below the directory
	Hashed   []string `json:"hashed"`   // those of them with their hashes in their names
}

const recordFile = ".samewire-export.json"

// openExportDir opens the directory at a path, which is made if there is none. It
// refuses one in which something else stands than an export.
func openExportDir(path string) (*exportDir, error) {
	d := &exportDir{path: path, has: map[string]bool{}}
	d.now.Samewire = 1
	if path == "" {
		return nil, errors.New("-o: name the directory to write to")
	}
	data, err := os.ReadFile(filepath.Join(path, recordFile))
	if err == nil {
		if json.Unmarshal(data, &d.before) != nil || d.before.Samewire != 1 {
			return nil, fmt.Errorf("%s is no record of an export that this Samewire can read: write to another directory", filepath.Join(path, recordFile))
		}
		return d, nil
	}
	switch entries, err := os.ReadDir(path); {
	case errors.Is(err, fs.ErrNotExist):
		err = os.MkdirAll(path, 0o755)
		if err != nil {
			return nil, err
		}
	case err != nil:
		return nil, err
	case len(entries) > 0:
		return nil, fmt.Errorf("%s holds files that no export has written, such as %s: choose an empty directory, or one that isn't there yet", path, entries[0].Name())
	}
	// From now on it is known for an export, even if this one is broken off.
	return d, d.keepRecord()
}

// writeHashed is write for a file with its hash in its name.
func (d *exportDir) writeHashed(name string, body []byte) error {
	d.now.Hashed = append(d.now.Hashed, name)
	return d.write(name, body)
}

// write gives a file its bytes, if it hasn't got them. Until they are complete
// they stand under another name.
func (d *exportDir) write(name string, body []byte) error {
	if d.has[name] || !filepath.IsLocal(filepath.FromSlash(name)) {
		return fmt.Errorf("the file %s would be written twice, or outside the directory", name)
	}
	d.has[name] = true
	d.now.Files = append(d.now.Files, name)
	d.done.Files++
	d.done.Bytes += int64(len(body))
	file := filepath.Join(d.path, filepath.FromSlash(name))
	if was, err := os.ReadFile(file); err == nil && bytes.Equal(was, body) {
		return nil
	}
	d.done.Written++
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return d.replace(file, body)
}

// partFile is a file that isn't complete yet.
const partFile = ".samewire-part"

// replace puts a file in the place of one there may be, whole or not at all.
func (d *exportDir) replace(file string, body []byte) error {
	part := filepath.Join(d.path, partFile)
	err := os.WriteFile(part, body, 0o644)
	if err == nil {
		err = os.Rename(part, file)
	}
	if err != nil {
		_ = os.Remove(part) // what can't be written may not be there
	}
	return err
}

// finish removes what an export before wrote and this one didn't. Files with
// their hashes in their names stay for one export more, for the pages that
// readers have open.
func (d *exportDir) finish() error {
	for _, name := range d.before.Files {
		if d.has[name] || !filepath.IsLocal(filepath.FromSlash(name)) {
			continue
		}
		if slices.Contains(d.before.Hashed, name) {
			d.now.Files = append(d.now.Files, name) // and next time it is none of Hashed
			continue
		}
		file := filepath.Join(d.path, filepath.FromSlash(name))
		switch err := os.Remove(file); {
		case err == nil:
			d.done.Removed++
			removeEmpty(d.path, filepath.Dir(file))
		case !errors.Is(err, fs.ErrNotExist):
			return err
		}
	}
	return d.keepRecord()
}

// removeEmpty removes a directory below top, and those around it, if nothing is
// left in them.
func removeEmpty(top, dir string) {
	for dir != top && os.Remove(dir) == nil {
		dir = filepath.Dir(dir)
	}
}

func (d *exportDir) keepRecord() error {
	record := d.now
	if d.done.Files == 0 {
		record = d.before // nothing has been written yet
		record.Samewire = 1
	}
	slices.Sort(record.Files)
	slices.Sort(record.Hashed)
	data, err := json.MarshalIndent(record, "", " ")
	if err != nil {
		panic(err) // strings and a number
	}
	return d.replace(filepath.Join(d.path, recordFile), append(data, '\n'))
}
