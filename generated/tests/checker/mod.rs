//! Checks the crate against the documented examples: the data says what the pages show, the crate has to agree.

mod example;
mod json;
mod options;
#[allow(dead_code, reason = "not every crate has an operation of every kind")]
pub(crate) mod value;

use std::io::Write;

pub(crate) use example::Example;

use crate::record;

/// What became of an example; the text says what went wrong.
pub(crate) type Outcome = Result<(), String>;

/// Calls an operation with what an example says, and compares.
pub(crate) type Check = fn(&Example) -> Outcome;

/// Runs every example of the data, and fails with all that do not hold. The checks are in the order of their names.
pub(crate) fn run(data: &str, count: usize, findings: usize, checks: &[(&str, Check)]) {
    let examples: Vec<Example> = record::read(data).into_iter().map(Example).collect();
    assert_eq!(examples.len(), count, "the data holds every exchange on the pages");
    let failures: Vec<String> = examples
        .iter()
        .filter_map(|example| {
            check(example, checks).err().map(|error| format!("{}: {error}", example.place()))
        })
        .collect();
    let rebuilt = examples.iter().filter(|example| example.is_rebuilt()).count();
    let decoded = examples.iter().filter(|example| example.is_decoded()).count();
    let findings = findings + failures.len();
    let summary =
        format!("{rebuilt} requests rebuilt, {decoded} responses round-tripped, {findings} findings\n");
    // Not by `println`, which shows only what failed.
    std::io::stdout().write_all(summary.as_bytes()).expect("the figures can be written");
    assert!(
        failures.is_empty(),
        "{} of {} documented exchanges do not hold:\n{}",
        failures.len(),
        examples.len(),
        failures.join("\n")
    );
}

fn check(example: &Example, checks: &[(&str, Check)]) -> Outcome {
    let operation = example.operation();
    match checks.binary_search_by(|(name, _)| (*name).cmp(operation)) {
        Ok(index) => checks[index].1(example),
        Err(_) => Err(format!("there is no operation `{operation}`")),
    }
}
