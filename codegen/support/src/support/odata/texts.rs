//! Texts in the place of fields.

/// Lets an option take names as JSON has them: one text, or a list of texts.
macro_rules! texts {
    ($option:ident, $value:ident) => {
        impl<R> $option<R> for &str {
            fn $value(self) -> Option<String> {
                Some(self.to_owned())
            }
        }

        impl<R, S: AsRef<str>> $option<R> for &[S] {
            fn $value(self) -> Option<String> {
                let texts: Vec<&str> = self.iter().map(AsRef::as_ref).collect();
                Some(texts.join(","))
            }
        }

        impl<R, S: AsRef<str>, const N: usize> $option<R> for &[S; N] {
            fn $value(self) -> Option<String> {
                $option::<R>::$value(&self[..])
            }
        }

        impl<R, S: AsRef<str>> $option<R> for &Vec<S> {
            fn $value(self) -> Option<String> {
                $option::<R>::$value(&self[..])
            }
        }
    };
}

pub(super) use texts;
