//! How to depend on the crate.

use super::Page;
use crate::format::{Markdown, Toml};

impl Page<'_> {
    /// What the examples need: from the registry, or by path where the crate is not for one.
    pub(super) fn install(&mut self) {
        self.doc.titled(&Markdown::ours("Install"));
        let name = &self.krate.options.package.name;
        let features: Vec<&str> = self.area().into_iter().chain(["reqwest"]).collect();
        if self.krate.is_for_a_registry() {
            self.doc.console(&[
                &["cargo", "add", name, "--features", &features.join(",")],
                &["cargo", "add", "http", "reqwest"],
                &["cargo", "add", "tokio", "--features", "macros,rt-multi-thread"],
            ]);
            return;
        }
        let mut toml = Toml::default();
        toml.ours("[dependencies]\n").by_path(name, &format!("path/to/{name}"), &features).ours(
            "http = \"1\"\nreqwest = \"0.13\"\ntokio = { version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }\n",
        );
        self.doc.toml(toml);
    }
}
