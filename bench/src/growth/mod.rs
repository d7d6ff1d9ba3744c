//! What a page can multiply, and what that costs: each thing is there n, 2n and 4n times, and the costs are compared with
//! the size of the pages.

mod calls;
mod page;
mod text;
mod types;

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use anyhow::Context;

use super::generator::Generator;
use super::meter::Cost;
use super::scratch::{self, Files};
use crate::progress::Progress;
use page::Pages;

/// The name of a case, its smallest number, and its pages for a number.
type Case = (&'static str, usize, fn(usize) -> Pages);

/// The greatest exponent: with the pages' size, cost grows by this power of it at most. A sort has 1.1; chance is in it too.
const MOST: f64 = 1.3;
/// Smaller figures could be chance: seconds, and MiB.
const LEAST: Cost = Cost { cpu: 0.15, peak: 40.0, wall: 0.0 };

/// Seconds behind which a case is not made larger.
const SLOW: f64 = 8.0;

/// The costs of one case at n, 2n and 4n, and how many bytes the pages have.
struct Measured {
    name: &'static str,
    count: usize,
    sizes: [usize; 3],
    costs: [Cost; 3],
}

/// Measures all cases whose names hold the word.
pub(super) fn run(
    generator: &Generator,
    word: &str,
    folder: &Path,
    progress: &Progress,
) -> anyhow::Result<bool> {
    let cases = types::CASES.into_iter().chain(calls::CASES).chain(text::CASES);
    progress.print(&heading());
    let mut holds = true;
    for (name, count, pages) in cases.filter(|(name, ..)| name.contains(word)) {
        progress.step(name);
        let measured = measure(generator, (name, count, pages), folder)?;
        progress.print(&measured.line());
        holds &= measured.holds();
    }
    Ok(holds)
}

fn measure(generator: &Generator, (name, count, pages): Case, folder: &Path) -> anyhow::Result<Measured> {
    let mut measured = Measured { name, count, sizes: [0; 3], costs: [Cost::default(); 3] };
    for (place, factor) in [1, 2, 4].into_iter().enumerate() {
        let docs = folder.join("growth");
        let pages: Files = pages(count * factor).into_iter().collect();
        let _ = fs::remove_dir_all(&docs);
        scratch::write_files(&docs, &pages)?;
        measured.sizes[place] = pages.values().map(String::len).sum();
        // Nothing is written, since the cost of files is the system's.
        let out = folder.join("growth-out");
        let arguments: [&OsStr; 5] =
            ["--check".as_ref(), "--docs".as_ref(), docs.as_ref(), "--out".as_ref(), out.as_ref()];
        // A case that is this slow at half the size is not measured further.
        if place > 0 && measured.costs[place - 1].cpu > SLOW {
            measured.costs[place].cpu = f64::INFINITY;
            continue;
        }
        measured.costs[place] =
            generator.run(&arguments).with_context(|| format!("{name}, {}", count * factor))?;
    }
    Ok(measured)
}

fn heading() -> String {
    format!(
        "{:<40} {:>6} {:>8}  {:^24}  {:^24}  power\n",
        "what there are many of", "n", "KB at 4n", "CPU s at n, 2n, 4n", "MiB at n, 2n, 4n"
    )
}

impl Measured {
    fn line(&self) -> String {
        let [a, b, c] = self.costs;
        format!(
            "{:<40} {:>6} {:>8}  {:>7.2} {:>7.2} {:>7.2}   {:>7.0} {:>7.0} {:>7.0}   {:.2} {:.2}{}\n",
            self.name,
            self.count,
            self.sizes[2] / 1000,
            a.cpu,
            b.cpu,
            c.cpu,
            a.peak,
            b.peak,
            c.peak,
            self.power(|cost| cost.cpu, LEAST.cpu),
            self.power(|cost| cost.peak, LEAST.peak),
            if self.holds() { "" } else { "  NOT" },
        )
    }

    fn holds(&self) -> bool {
        self.power(|cost| cost.cpu, LEAST.cpu) <= MOST && self.power(|cost| cost.peak, LEAST.peak) <= MOST
    }

    /// The power of the pages' size that the cost grows by, between the two greatest of them.
    fn power(&self, of: impl Fn(&Cost) -> f64, least: f64) -> f64 {
        let costs = self.costs.each_ref().map(|cost| of(cost).max(least));
        let size = self.sizes[2] as f64 / self.sizes[1] as f64;
        (costs[2] / costs[1]).ln() / size.ln()
    }
}
