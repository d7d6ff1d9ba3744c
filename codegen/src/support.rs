//! The hand-written half of every generated crate: the files of `codegen/support`, copied out as they are.

macro_rules! files {
    ($($path:literal),+ $(,)?) => {
        &[$(($path, include_str!(concat!("../support/", $path)))),+]
    };
}

/// The files with their texts, to be written below `src/support`. Sorted by path.
pub(crate) const FILES: &[(&str, &str)] = files![
    "error/argument.rs",
    "error/decode.rs",
    "error/mod.rs",
    "error/service.rs",
    "json/equal.rs",
    "json/extra.rs",
    "json/mod.rs",
    "json/raw.rs",
    "json/related.rs",
    "json/value.rs",
    "mod.rs",
    "model/base.rs",
    "model/cursor.rs",
    "model/list.rs",
    "model/mod.rs",
    "model/number.rs",
    "model/read.rs",
    "model/slot.rs",
    "model/table.rs",
    "model/text.rs",
    "model/write.rs",
    "request/answer.rs",
    "request/base.rs",
    "request/body.rs",
    "request/call.rs",
    "request/collection.rs",
    "request/envelope.rs",
    "request/mod.rs",
    "request/parts.rs",
    "request/path.rs",
    "request/query.rs",
    "request/wrapped.rs",
    "reqwest.rs",
    "scalar/binary.rs",
    "scalar/clock.rs",
    "scalar/date.rs",
    "scalar/date_time.rs",
    "scalar/decimal.rs",
    "scalar/duration.rs",
    "scalar/flags.rs",
    "scalar/guid.rs",
    "scalar/invalid.rs",
    "scalar/mod.rs",
    "scalar/number.rs",
    "scalar/open_enum.rs",
    "scalar/text.rs",
    "scalar/time_of_day.rs",
];

#[cfg(test)]
mod tests {
    use std::path::Path;

    /// The paths of all files below a folder, with `/` between.
    fn list(folder: &Path, prefix: &str, paths: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let path = format!("{prefix}{}", entry.file_name().to_str().unwrap());
            match entry.file_type().unwrap().is_dir() {
                true => list(&entry.path(), &format!("{path}/"), paths),
                false => paths.push(path),
            }
        }
    }

    #[test]
    fn no_file_is_left_out() {
        let mut paths = Vec::new();
        list(&Path::new(env!("CARGO_MANIFEST_DIR")).join("support"), "", &mut paths);
        paths.sort();
        assert_eq!(super::FILES.iter().map(|(path, _)| *path).collect::<Vec<_>>(), paths);
    }
}
