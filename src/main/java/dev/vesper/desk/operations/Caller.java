package dev.vesper.desk.operations;

/** Who asks. Each way in (command line, HTTP, page) says who it is; what they may is decided behind the operations. */
public sealed interface Caller permits Person, Reader {}
