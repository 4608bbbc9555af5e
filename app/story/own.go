package story

import "strings"

// ownPrefix begins the IDs of stories that are kept on a reader's device
// alone. NewID never writes two hyphens in a row, so no published story gets
// such an ID by its name.
const ownPrefix = "my--"

// Handed is the ID of a story that another site's page hands to a frame of ours.
const Handed = ownPrefix + "src"

// OwnID makes the ID of a reader's own story of a random word of letters and
// digits.
func OwnID(word string) string { return ownPrefix + strings.ToLower(word) }

// IsOwn tells whether an ID is that of a story on a reader's device.
func IsOwn(id string) bool { return strings.HasPrefix(id, ownPrefix) && ValidID(id) }
