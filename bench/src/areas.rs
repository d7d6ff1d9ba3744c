//! Whether every area builds alone.

use anyhow::bail;
use codegen::SerdeStyle;

use super::cargo::{Cargo, Package};
use super::scratch::Scratch;
use crate::progress::Progress;

/// Checks the crate with each of its features alone, and with none. A warning is a failure too.
pub(super) fn build_alone(scratch: &Scratch, cargo: &Cargo, progress: &Progress) -> anyhow::Result<()> {
    let whole = scratch.generate("bench-table", SerdeStyle::Table)?;
    let areas = whole.areas();
    let mut failures = Vec::new();
    for area in [None].into_iter().chain(areas.iter().copied().map(Some)) {
        let name = area.unwrap_or("no area");
        progress.step(format!("building {name} alone"));
        let features = area.into_iter().map(str::to_owned).collect();
        if let Some(text) = cargo.complaints(&Package { features, ..whole.package.clone() })? {
            failures.push(format!("{name}:\n{text}"));
        }
    }
    if !failures.is_empty() {
        bail!("{} do not build alone without a warning\n{}", failures.len(), failures.join("\n"));
    }
    eprintln!("{} areas build alone, without a warning", areas.len());
    Ok(())
}
