//! What each rustc costs: this program stands before it as cargo's `RUSTC_WRAPPER` and writes it down.
//!
//! So neither cargo's own work nor that of other crates is counted, and the peak is one compiler's.

use std::env;
use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::Context;
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeVal;

/// The variable that names the log, and so makes this program a wrapper.
pub(super) const LOG: &str = "XTASK_BENCH_LOG";

/// What compiling one crate cost.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cost {
    /// Seconds of user and system time, the linker's included.
    pub(super) cpu: f64,
    /// The most memory that the compiler held, in MiB.
    pub(super) peak: f64,
}

/// Runs rustc if this program was started in its place.
pub(crate) fn wrapped_rustc() -> Option<ExitCode> {
    let log = env::var_os(LOG)?;
    let mut arguments = env::args_os().skip(1);
    let rustc = arguments.next()?;
    let arguments: Vec<OsString> = arguments.collect();
    let status = Command::new(rustc).args(&arguments).env_remove(LOG).status().ok()?;
    if let Some(name) = crate_name(&arguments) {
        let _ = record(Path::new(&log), &name);
    }
    Some(ExitCode::from(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1)))
}

/// The costs of all compilations of a crate that the log tells of.
pub(super) fn read(log: &Path, name: &str) -> anyhow::Result<Vec<Cost>> {
    let text = fs::read_to_string(log).with_context(|| format!("no rustc ran that was to compile {name}"))?;
    let costs = text.lines().filter_map(|line| {
        let (line_of, rest) = line.split_once(' ')?;
        let (cpu, peak) = rest.split_once(' ')?;
        (line_of == name).then_some(Cost { cpu: cpu.parse().ok()?, peak: peak.parse().ok()? })
    });
    Ok(costs.collect())
}

fn crate_name(arguments: &[OsString]) -> Option<String> {
    let at = arguments.iter().position(|argument| argument == "--crate-name")?;
    arguments.get(at + 1)?.to_str().map(str::to_owned)
}

/// Adds a line: the crate, CPU seconds, MiB.
fn record(log: &Path, name: &str) -> anyhow::Result<()> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let cpu = seconds(usage.user_time()) + seconds(usage.system_time());
    // KiB, but on Apple's systems bytes.
    let unit = if cfg!(target_vendor = "apple") { 1024.0 * 1024.0 } else { 1024.0 };
    let peak = usage.max_rss() as f64 / unit;
    let mut log = OpenOptions::new().create(true).append(true).open(log)?;
    Ok(log.write_all(format!("{name} {cpu} {peak}\n").as_bytes())?)
}

fn seconds(time: TimeVal) -> f64 {
    time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6
}
