extension ModelCatalog {
    /// The models that GhostHands knows, with the prices their providers published (US dollars per million tokens).
    public static let standard = ModelCatalog(entries: models, providers: companies, presets: choices)

    private static let models: [Entry] = [
        Entry("qwen-7b", "siliconflow", "Qwen/Qwen2.5-VL-7B-Instruct", 0.05, 0.15, vision: true),
        Entry("qwen-32b", "siliconflow", "Qwen/Qwen2.5-VL-32B-Instruct", 0.26, 0.78, vision: true),
        Entry("qwen-72b", "siliconflow", "Qwen/Qwen2.5-VL-72B-Instruct", 0.25, 0.75, vision: true),
        Entry("qwen3-8b", "siliconflow", "Qwen/Qwen3-VL-8B-Instruct", 0.07, 0.27, vision: true),
        Entry("qwen3-32b", "siliconflow", "Qwen/Qwen3-VL-32B-Instruct", 0.14, 0.55, vision: true),
        Entry("qwen3-235b", "siliconflow", "Qwen/Qwen3-VL-235B-A22B-Instruct", 0.34, 1.37, vision: true),
        Entry("qwen3-vl-235b-thinking", "siliconflow", "Qwen/Qwen3-VL-235B-A22B-Thinking", 0.45, 3.50, vision: true),
        Entry("qwen3-vl-30b-thinking", "siliconflow", "Qwen/Qwen3-VL-30B-A3B-Thinking", 0.29, 1, vision: true),
        Entry("qwen3-vl-30b", "siliconflow", "Qwen/Qwen3-VL-30B-A3B-Instruct", 0.29, 1, vision: true),
        Entry("qwen3-235b-thinking", "siliconflow", "Qwen/Qwen3-235B-A22B-Thinking-2507", 0.35, 1.42),
        Entry("qwen3-coder-480b", "siliconflow", "Qwen/Qwen3-Coder-480B-A35B-Instruct", 0.25, 1),
        Entry("qwen3-next-80b", "siliconflow", "Qwen/Qwen3-Next-80B-A3B-Instruct", 0.14, 0.57),
        Entry("deepseek-chat", "deepseek", "deepseek-chat", 0.28, 0.42, cached: 0.028),
        Entry("deepseek-reasoner", "deepseek", "deepseek-reasoner", 0.55, 2.19),
        Entry("kimi-8k", "moonshot", "moonshot-v1-8k-vision-preview", 0.60, 3, vision: true),
        Entry("kimi-32k", "moonshot", "moonshot-v1-32k-vision-preview", 0.60, 3, vision: true),
        Entry("kimi-128k", "moonshot", "moonshot-v1-128k-vision-preview", 0.60, 3, vision: true),
        Entry("minimax-vl", "minimax", "MiniMax-VL-01", 0.20, 1.10, vision: true),
        Entry("minimax-m2.5", "minimax", "MiniMax-M2.5", 0.20, 1.10),
        Entry("gpt-4o", "openai", "gpt-4o", 2.50, 10, cached: 1.25, vision: true),
        Entry("gpt-4o-mini", "openai", "gpt-4o-mini", 0.15, 0.60, cached: 0.075, vision: true),
        Entry("gpt-4.1", "openai", "gpt-4.1", 2, 8, cached: 0.50, vision: true),
        Entry("gpt-5.2", "openai", "gpt-5.2", 1.75, 14, cached: 0.175, vision: true),
        Entry("claude-sonnet", "anthropic", "claude-sonnet-4-5-20250929", 3, 15, cached: 0.30, vision: true),
        Entry("claude-haiku", "anthropic", "claude-haiku-4-5-20251001", 0.80, 4, cached: 0.08, vision: true),
        Entry("claude-opus", "anthropic", "claude-opus-4-6", 5, 25, cached: 0.50, vision: true),
        Entry("glm-5", "zhipu", "glm-5", 0.50, 0.50, vision: true),
        Entry("gemini-2.5-flash", "google", "gemini-2.5-flash", 0.15, 0.60, vision: true),
        Entry("gemini-2.5-pro", "google", "gemini-2.5-pro", 1.25, 10, vision: true),
        Entry("gemini-2.0-flash", "google", "gemini-2.0-flash", 0.10, 0.40, vision: true),
    ]

    private static let companies: [Provider] = [
        company(
            "siliconflow",
            "SiliconFlow",
            "https://api.siliconflow.cn/v1",
            "SILICONFLOW_API_KEY",
            "docs.siliconflow.cn"
        ),
        company("deepseek", "DeepSeek", "https://api.deepseek.com/v1", "DEEPSEEK_API_KEY", "api-docs.deepseek.com"),
        company(
            "moonshot",
            "Moonshot AI",
            "https://api.moonshot.ai/v1",
            "MOONSHOT_API_KEY",
            "platform.moonshot.ai/docs"
        ),
        company("minimax", "MiniMax", "https://api.minimax.io/v1", "MINIMAX_API_KEY", "platform.minimax.io/docs"),
        company("openai", "OpenAI", "https://api.openai.com/v1", "OPENAI_API_KEY", "platform.openai.com/docs"),
        Provider(
            name: "anthropic",
            title: "Anthropic",
            wire: .messages,
            baseURL: "https://api.anthropic.com/v1",
            keyName: "ANTHROPIC_API_KEY",
            docs: "https://docs.anthropic.com"
        ),
        company("zhipu", "Zhipu AI", "https://open.bigmodel.cn/api/paas/v4", "ZHIPU_API_KEY", "docs.bigmodel.cn"),
        company(
            "qwen-alibaba",
            "Alibaba Cloud",
            "https://dashscope-intl.aliyuncs.com/compatible-mode/v1",
            "DASHSCOPE_API_KEY",
            "www.alibabacloud.com/help/en/model-studio"
        ),
        company(
            "google",
            "Google",
            "https://generativelanguage.googleapis.com/v1beta/openai",
            "GEMINI_API_KEY",
            "ai.google.dev/gemini-api/docs/openai"
        ),
    ]

    private static func company(
        _ name: String,
        _ title: String,
        _ baseURL: String,
        _ keyName: String,
        _ docs: String
    ) -> Provider {
        Provider(
            name: name,
            title: title,
            wire: .chatCompletions,
            baseURL: baseURL,
            keyName: keyName,
            docs: "https://\(docs)"
        )
    }

    private static let choices: [Preset] = [
        Preset(name: "speed", meaning: "Cheapest and fastest", alias: "qwen-7b"),
        Preset(name: "balanced", meaning: "Good answers at a low price", alias: "qwen3-235b"),
        Preset(name: "quality", meaning: "Thinks before it answers", alias: "qwen3-vl-235b-thinking"),
        Preset(name: "premium", meaning: "The best there is", alias: "gpt-5.2"),
    ]
}
