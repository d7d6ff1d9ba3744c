//! The pages twice, four and eight times, with types and routes renamed: cost should grow with them, and no faster.

use std::path::Path;

use super::super::figure::Figure;
use super::super::figure::Target::AtMost;
use super::super::generator::Generator;
use super::super::scratch::{self, Files};
use super::run;
use crate::progress::Progress;

/// How often a step is measured; the least counts.
const RUNS: usize = 2;

pub(super) fn figures(
    generator: &Generator,
    pages: &Files,
    folder: &Path,
    progress: &Progress,
) -> anyhow::Result<Vec<Figure>> {
    let copies = folder.join("copies");
    let mut costs = Vec::new();
    let mut made = 0;
    for times in [1, 2, 4, 8] {
        progress.step(format!("the pages {times} times"));
        for copy in made..times {
            scratch::write_files(&copies, &renamed(pages, copy))?;
        }
        made = times;
        let mut least = f64::INFINITY;
        for number in 1..=RUNS {
            let out = folder.join(format!("copies-{times}-out-{number}"));
            least = least.min(run(generator, std::slice::from_ref(&copies), &out)?.cpu);
        }
        costs.push((times, least));
    }
    let steps = costs.windows(2).map(|step| {
        let ((before, less), (times, more)) = (step[0], step[1]);
        let names = (format!("CPU of the pages {times} times"), format!("{before} times"), "s");
        Figure::of(names, &[(more, less)], AtMost(2.1))
    });
    Ok(steps.collect())
}

/// A copy of the pages in a folder of its own. Words that names of types, files and routes begin with get a letter in front.
fn renamed(pages: &Files, copy: usize) -> Files {
    let mark = ["", "q", "w", "z", "qw", "qz", "wq", "wz"].get(copy).copied().unwrap_or("zz");
    let rename = |text: &str| match mark {
        "" => text.to_owned(),
        mark => marked(text, mark),
    };
    pages.iter().map(|(path, text)| (format!("c{copy}/{}", rename_file(path, mark)), rename(text))).collect()
}

fn rename_file(path: &str, mark: &str) -> String {
    match path.rsplit_once('/') {
        Some((folder, file)) => format!("{folder}/{mark}{file}"),
        None => format!("{mark}{path}"),
    }
}

/// The words that differ in a copy: files that links lead to, namespaces, and the first segment of each route.
fn marked(text: &str, mark: &str) -> String {
    let mut text = text.to_owned();
    for before in
        ["../resources/", "../api/", "/v1.0/", "/beta/", "GET /", "POST /", "PATCH /", "PUT /", "DELETE /"]
    {
        text = text.replace(before, &format!("{before}{mark}"));
    }
    text = text.replace("microsoft.graph", &format!("microsoft.graph.{mark}"));
    // The title.
    text.replacen("\n# ", &format!("\n# {mark}"), 1)
}
