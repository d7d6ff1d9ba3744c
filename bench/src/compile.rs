//! What compiling costs: the crate itself, one area of it, and a crate that uses it.

use std::fs;
use std::path::Path;

use codegen::SerdeStyle::{Derive, Table};

use super::cargo::{Cargo, Package};
use super::dependent;
use super::figure::Figure;
use super::figure::Target::AtMost;
use super::k8s::K8s;
use super::scratch::{self, Crate, Scratch};
use crate::progress::Progress;

/// Everything that takes turns, ours before its yardstick.
struct Contenders {
    types: [Package; 2],
    whole: [Package; 2],
    /// One area on, and a crate with only that area.
    area: Option<(String, [Package; 2])>,
    users: [Package; 2],
    k8s: Option<K8s>,
    /// How many public fields the crate has.
    fields: usize,
}

/// What the rounds found: pairs of ours and the yardstick's.
#[derive(Default)]
struct Rounds {
    types: Vec<(f64, f64)>,
    whole: Vec<(f64, f64)>,
    peak: Vec<(f64, f64)>,
    neighbour: Vec<(f64, f64)>,
    area: Vec<(f64, f64)>,
    test: Vec<(f64, f64)>,
    debug: Vec<(f64, f64)>,
    release: Vec<(f64, f64)>,
}

pub(super) fn figures(
    scratch: &Scratch,
    cargo: &Cargo,
    rounds: u32,
    progress: &Progress,
) -> anyhow::Result<Vec<Figure>> {
    progress.step("generating the crates");
    let contenders = contenders(scratch, cargo)?;
    progress.step("building what they depend on");
    prepare(&contenders, cargo)?;
    let mut found = Rounds::default();
    for round in 1..=rounds {
        progress.step(format!("round {round} of {rounds}"));
        found.add(&contenders, cargo)?;
    }
    let lines = [ir_lines(cargo, &contenders.users[0])?, ir_lines(cargo, &contenders.users[1])?];
    Ok(found.figures(&contenders, lines.into()))
}

fn contenders(scratch: &Scratch, cargo: &Cargo) -> anyhow::Result<Contenders> {
    let table = scratch.generate("bench-table", Table)?;
    let derive = scratch.generate("bench-derive", Derive)?.package;
    let types = [
        scratch.generate_types("bench-types-table", Table)?.package,
        scratch.generate_types("bench-types-derive", Derive)?.package,
    ];
    let users = [
        dependent::write(&scratch.folder, "bench-table-user", &table.package, &table.surface)?,
        dependent::write(&scratch.folder, "bench-derive-user", &derive, &table.surface)?,
    ];
    let k8s = K8s::prepare(&scratch.folder, cargo)
        .inspect_err(|error| eprintln!("k8s-openapi is left out: {error:#}"))
        .ok();
    let area = match area(&table) {
        None => None,
        Some(area) => {
            let slice = scratch.slice("bench-slice", &area)?.package;
            let on = Package { features: vec![area.clone()], ..table.package.clone() };
            Some((area, [on, slice]))
        }
    };
    let fields = scratch::fields(table.sources())?;
    Ok(Contenders { types, whole: [table.package, derive], area, users, k8s, fields })
}

/// The area that has, with what it needs, the closest to 50 types.
fn area(whole: &Crate) -> Option<String> {
    const TYPES: usize = 50;
    let areas = whole.areas().into_iter();
    areas.min_by_key(|area| whole.types_of(area).abs_diff(TYPES)).map(str::to_owned)
}

/// Builds everything once, so that only what is measured is compiled afterwards.
fn prepare(contenders: &Contenders, cargo: &Cargo) -> anyhow::Result<()> {
    let area = contenders.area.iter().flat_map(|(_, packages)| packages);
    for package in contenders.types.iter().chain(&contenders.whole).chain(area) {
        cargo.build(package, &["check"], &[])?;
    }
    for package in &contenders.users {
        cargo.build(package, &["build"], &[])?;
        cargo.build(package, &["build", "--release"], &[])?;
    }
    Ok(())
}

impl Rounds {
    fn add(&mut self, contenders: &Contenders, cargo: &Cargo) -> anyhow::Result<()> {
        let pair = |[ours, theirs]: &[Package; 2], command: &[&str]| {
            anyhow::Ok((cargo.measure(ours, command)?, cargo.measure(theirs, command)?))
        };
        let (ours, theirs) = pair(&contenders.types, &["check"])?;
        self.types.push((ours.cpu, theirs.cpu));
        let (ours, theirs) = pair(&contenders.whole, &["check"])?;
        self.whole.push((ours.cpu, theirs.cpu));
        self.test.push((cargo.measure_test(&contenders.whole[0], "examples")?.cpu, ours.cpu));
        self.peak.push((ours.peak, theirs.peak));
        if let Some(k8s) = &contenders.k8s {
            let each = |cpu: f64, fields: usize| 1000.0 * cpu / fields as f64;
            self.neighbour.push((each(ours.cpu, contenders.fields), each(k8s.check(cargo)?, k8s.fields)));
        }
        if let Some((_, packages)) = &contenders.area {
            let (ours, theirs) = pair(packages, &["check"])?;
            self.area.push((ours.cpu, theirs.cpu));
        }
        let (ours, theirs) = pair(&contenders.users, &["build"])?;
        self.debug.push((ours.cpu, theirs.cpu));
        let (ours, theirs) = pair(&contenders.users, &["build", "--release"])?;
        self.release.push((ours.cpu, theirs.cpu));
        Ok(())
    }

    fn figures(&self, contenders: &Contenders, lines: (f64, f64)) -> Vec<Figure> {
        let derive = "the same with derive";
        let mut figures = vec![
            Figure::of(("check, types alone", derive, "s"), &self.types, AtMost(0.22)),
            Figure::of(("check, with operations", derive, "s"), &self.whole, AtMost(0.30)),
        ];
        if let Some(k8s) = &contenders.k8s {
            let names = ("check, per public field", k8s.version.clone(), "ms");
            figures.push(Figure::of(names, &self.neighbour, AtMost(0.40)));
        }
        figures.push(Figure::of(("peak memory of check", derive, "MiB"), &self.peak, AtMost(0.40)));
        if let Some((area, _)) = &contenders.area {
            let names = (format!("check, feature {area}"), "a crate with only that area", "s");
            figures.push(Figure::of(names, &self.area, AtMost(1.1)));
        }
        figures.extend([
            Figure::of(("the test of the examples", "the crate's own check", "s"), &self.test, AtMost(1.0)),
            Figure::of(("debug build of a dependent", derive, "s"), &self.debug, AtMost(0.65)),
            Figure::of(("release build of a dependent", derive, "s"), &self.release, AtMost(0.65)),
            Figure::of(("LLVM IR of that dependent", derive, "lines"), &[lines], AtMost(0.55)),
        ]);
        figures
    }
}

/// Lines of LLVM IR between the braces of `define`, not optimised.
fn ir_lines(cargo: &Cargo, package: &Package) -> anyhow::Result<f64> {
    let stem = package.name.replace('-', "_") + "-";
    let is_ours = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(&stem) && name.ends_with(".ll")
    };
    let list = || {
        let entries = fs::read_dir(cargo.deps("debug"))?.filter_map(|entry| Some(entry.ok()?.path()));
        anyhow::Ok(entries.filter(|path| is_ours(path)).collect::<Vec<_>>())
    };
    for path in list()? {
        fs::remove_file(path)?;
    }
    cargo.build(package, &["rustc", "--lib"], &["--emit=llvm-ir", "-Ccodegen-units=1"])?;
    let mut count = 0;
    for path in list()? {
        let text = fs::read_to_string(path)?;
        let mut is_inside = false;
        for line in text.lines() {
            is_inside = (is_inside || line.starts_with("define ")) && line != "}";
            count += usize::from(is_inside);
        }
    }
    Ok(count as f64)
}
