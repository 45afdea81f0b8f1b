import Terminal

StandardStreams.endQuietlyWithReader()
Convlab.main(CommandLine.arguments.dropFirst().map(Convlab.spelledOut))
