extension Page.Surroundings {
    /// What makes a page, or a frame in a process of its own, look to sites as the options say.
    var looks: [Command<Nothing>] {
        var commands: [Command<Nothing>] = [.identify(as: identity)]
        if let locale = options.locale { commands.append(.locale(locale)) }
        if let zone = options.timeZone { commands.append(.timeZone(zone)) }
        if !options.extraHeaders.isEmpty { commands.append(.extraHeaders(options.extraHeaders)) }
        return commands
    }
}
