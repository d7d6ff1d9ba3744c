//! The cost of a program: this one starts it and writes the cost down, for rustc as cargo's `RUSTC_WRAPPER`.
//!
//! So neither cargo's own work nor that of other crates is counted, and the peak is one program's.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::{Context, bail};

/// The variable that names the log, and so makes this program a wrapper.
pub(super) const LOG: &str = "BENCH_LOG";

/// What compiling one crate, or one run of a program, cost.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cost {
    /// Seconds of user and system time, the linker's included.
    pub(super) cpu: f64,
    /// The most memory that the program held, in MiB.
    pub(super) peak: f64,
    /// Seconds from start to end.
    pub(super) wall: f64,
}

/// Runs a program if this one was started in its place.
pub(super) fn wrapped() -> Option<ExitCode> {
    let log = env::var_os(LOG)?;
    let mut arguments = env::args_os().skip(1);
    let program = arguments.next()?;
    let arguments: Vec<OsString> = arguments.collect();
    let name =
        crate_name(&arguments).or_else(|| Path::new(&program).file_stem()?.to_str().map(str::to_owned));
    let start = Instant::now();
    let status = Command::new(program).args(&arguments).env_remove(LOG).status().ok()?;
    if let Some(name) = name {
        let _ = record(Path::new(&log), &name, start.elapsed().as_secs_f64());
    }
    Some(ExitCode::from(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1)))
}

/// What one run of a program costs. It may find something, and so end with 1; any other failure is an error.
pub(super) fn run(program: &Path, arguments: &[&OsStr], log: &Path) -> anyhow::Result<Cost> {
    let _ = fs::remove_file(log);
    let mut command = Command::new(env::current_exe()?);
    let output = command.arg(program).args(arguments).env(LOG, log).output()?;
    if !matches!(output.status.code(), Some(0 | 1)) {
        let text = String::from_utf8_lossy(&output.stderr);
        bail!("{} failed:\n{}", program.display(), text.lines().take(30).collect::<Vec<_>>().join("\n"));
    }
    let name = program.file_stem().and_then(OsStr::to_str).unwrap_or_default();
    read(log, name)?.pop().context("nothing was measured")
}

/// The costs of all compilations of a crate in the log.
pub(super) fn read(log: &Path, name: &str) -> anyhow::Result<Vec<Cost>> {
    let text = fs::read_to_string(log)
        .with_context(|| format!("no program ran that was to be measured for {name}"))?;
    let costs = text.lines().filter_map(|line| {
        let (line_of, rest) = line.split_once(' ')?;
        let mut figures = rest.split(' ').map(str::parse);
        let mut next = || figures.next()?.ok();
        (line_of == name).then_some(Cost { cpu: next()?, peak: next()?, wall: next()? })
    });
    Ok(costs.collect())
}

fn crate_name(arguments: &[OsString]) -> Option<String> {
    let at = arguments.iter().position(|argument| argument == "--crate-name")?;
    arguments.get(at + 1)?.to_str().map(str::to_owned)
}

/// Adds a line: the crate, CPU seconds, MiB, seconds.
fn record(log: &Path, name: &str, wall: f64) -> anyhow::Result<()> {
    let Cost { cpu, peak, .. } = children()?;
    let mut log = OpenOptions::new().create(true).append(true).open(log)?;
    Ok(log.write_all(format!("{name} {cpu} {peak} {wall}\n").as_bytes())?)
}

/// What the programs that this one has run cost.
#[cfg(unix)]
fn children() -> anyhow::Result<Cost> {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeVal;

    let seconds = |time: TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    // KiB, but on Apple's systems bytes.
    let unit = if cfg!(target_vendor = "apple") { 1024.0 * 1024.0 } else { 1024.0 };
    let cpu = seconds(usage.user_time()) + seconds(usage.system_time());
    Ok(Cost { cpu, peak: usage.max_rss() as f64 / unit, ..Cost::default() })
}

#[cfg(not(unix))]
fn children() -> anyhow::Result<Cost> {
    bail!("costs are measured on Unix only")
}
