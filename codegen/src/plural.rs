//! Names of many and names of one: `countriesRegions` and `countryRegion`.

/// The English singular of a name's last word, for the plurals that names of collections have.
pub(crate) fn singular(word: &str) -> String {
    let ends = |ending: &str| ends_with(word, ending) && word.len() > ending.len() + 1;
    let shortened = |by: usize, with: &str| format!("{}{with}", &word[..word.len() - by]);
    if ["series", "species"].iter().any(|ending| ends_with(word, ending)) {
        word.to_owned()
    } else if ends("ies") {
        shortened(3, "y")
    } else if ends("elves") || word.eq_ignore_ascii_case("halves") {
        shortened(3, "f")
    } else if ["sses", "xes", "ches", "shes"].iter().any(|ending| ends(ending)) {
        shortened(2, "")
    } else if ends_with(word, "people") {
        shortened(5, "erson")
    } else if ends("s") && !ends("ss") && !ends("us") && !ends("is") {
        shortened(1, "")
    } else {
        word.to_owned()
    }
}

/// Whether a word has an ending, in any case.
fn ends_with(word: &str, ending: &str) -> bool {
    let start = word.len().checked_sub(ending.len());
    start.is_some_and(|start| word.as_bytes()[start..].eq_ignore_ascii_case(ending.as_bytes()))
}

/// The name of one of these, in snake case. The word that says what they are stands in front of an `of`
/// (`units_of_measure`) or is the last one. Of the others, only those that do not name one thing become singular: `sales`
/// and `windows` stay. Many of two kinds (`terms_and_conditions`) are one thing.
pub(crate) fn one_of(many: &str) -> String {
    let mut words: Vec<String> = many.split('_').map(str::to_owned).collect();
    let is_many = |word: &String| singular(word) != *word;
    if let Some(and) = words.iter().position(|word| word == "and").filter(|and| *and > 0)
        && is_many(&words[and - 1])
        && words.last().is_some_and(is_many)
    {
        return many.to_owned();
    }
    let of = words.iter().position(|word| word == "of");
    let head = of.and_then(|of| of.checked_sub(1)).filter(|head| is_many(&words[*head]));
    let head = head.unwrap_or(words.len() - 1);
    for (at, word) in words.iter_mut().enumerate() {
        let is_never_one = word.ends_with("ies") || word.ends_with("people");
        if at == head || at < head && is_never_one {
            *word = singular(word);
        }
    }
    words.join("_")
}

/// The English plural of a name's last word. A plural stays as it is.
pub(crate) fn plural(word: &str) -> String {
    let ends = |ending: &str| ends_with(word, ending);
    let vowel_before_y = ["ay", "ey", "oy", "uy"].iter().any(|ending| ends(ending));
    if singular(word) != word || ends("series") || ends("species") {
        word.to_owned()
    } else if ends("person") {
        format!("{}people", &word[..word.len() - "person".len()])
    } else if ends("y") && !vowel_before_y {
        format!("{}ies", &word[..word.len() - 1])
    } else if ends("lf") {
        format!("{}ves", &word[..word.len() - 1])
    } else if ends("is") {
        format!("{}es", &word[..word.len() - 2])
    } else if ["s", "x", "ch", "sh"].iter().any(|ending| ends(ending)) {
        format!("{word}es")
    } else {
        format!("{word}s")
    }
}

/// What one of these may be called: with the last word in the singular, as most names have it, and with all of them
/// (`unitsOfMeasure`).
pub(crate) fn singulars(name: &str) -> [String; 2] {
    [singular(name), words(name).into_iter().map(singular).collect()]
}

/// Whether `many` is the plural of `one`, in any case.
pub(crate) fn is_plural_of(many: &str, one: &str) -> bool {
    !many.eq_ignore_ascii_case(one) && singulars(many).iter().any(|name| name.eq_ignore_ascii_case(one))
}

/// The words of a name in camel case.
fn words(name: &str) -> Vec<&str> {
    let starts =
        name.char_indices().filter(|(at, letter)| *at > 0 && letter.is_uppercase()).map(|(at, _)| at);
    let ends = starts.clone().chain([name.len()]);
    [0].into_iter().chain(starts).zip(ends).map(|(start, end)| &name[start..end]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_plurals_become_singular_and_other_words_stay() {
        let words =
            ["companies", "customerPayments", "addresses", "boxes", "people", "status", "analysis", "me"];
        let singulars: Vec<String> = words.iter().map(|word| singular(word)).collect();
        assert_eq!(
            singulars,
            ["company", "customerPayment", "address", "box", "person", "status", "analysis", "me"]
        );
    }

    #[test]
    fn one_of_many_is_named_by_the_word_that_says_what_they_are() {
        for (many, one) in [
            ("books", "book"),
            ("units_of_measure", "unit_of_measure"),
            ("proof_of_deliveries", "proof_of_delivery"),
            ("countries_regions", "country_region"),
            ("salespeople_purchasers", "salesperson_purchaser"),
            ("sales_invoices", "sales_invoice"),
            ("terms_and_conditions", "terms_and_conditions"),
            ("book_series", "book_series"),
        ] {
            assert_eq!(one_of(many), one);
        }
    }

    #[test]
    fn words_become_many() {
        let words = ["message", "company", "day", "address", "box", "salesperson", "settings", "shelf"];
        let many: Vec<String> = words.iter().map(|word| plural(word)).collect();
        let expected =
            ["messages", "companies", "days", "addresses", "boxes", "salespeople", "settings", "shelves"];
        assert_eq!(many, expected);
    }

    #[test]
    fn any_word_of_a_name_may_be_the_one_in_the_plural() {
        for (many, one) in [
            ("customerPayments", "customerPayment"),
            ("unitsOfMeasure", "unitOfMeasure"),
            ("countriesRegions", "countryRegion"),
            ("salespeoplePurchasers", "salespersonPurchaser"),
            ("earningsStatements", "earningsStatement"),
        ] {
            assert!(is_plural_of(many, one), "{many}");
        }
        assert!(!is_plural_of("customer", "customer"));
        assert!(!is_plural_of("customers", "vendor"));
    }
}
