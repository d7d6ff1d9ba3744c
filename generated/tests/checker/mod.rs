//! Holds the crate against the documented examples: the data says what the pages show, the crate has to agree.

mod example;
mod json;

pub(crate) use example::Example;

/// What became of an example; the text says what went wrong.
pub(crate) type Outcome = Result<(), String>;

/// Runs every example of the data, and fails with all that do not hold.
pub(crate) fn run(data: &str, count: usize, check: impl Fn(&Example) -> Outcome) {
    let examples = Example::read(data);
    assert_eq!(examples.len(), count, "the data holds every example on the pages");
    let failures: Vec<String> = examples
        .iter()
        .filter_map(|example| check(example).err().map(|error| format!("{}: {error}", example.place())))
        .collect();
    assert!(
        failures.is_empty(),
        "{} of {} documented examples do not hold:\n{}",
        failures.len(),
        examples.len(),
        failures.join("\n")
    );
}
