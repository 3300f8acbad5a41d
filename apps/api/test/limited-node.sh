# limited-node.sh KILOBYTES ARGUMENTS: node, in which a file cannot grow further than that.
# POSIX counts in blocks of 512 bytes.
ulimit -f $(($1 * 2))
shift
exec node "$@"
