//! The kinds of finding. A code is stable: it is what users search for, count and suppress.

use std::fmt;

/// What a finding means for the output, and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something on the page is missing from the crate.
    Error,
    /// It is there, but guessed.
    Warning,
    /// Repaired without loss.
    Note,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        })
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $severity:ident;)*) => {
        /// The kinds of finding.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code { $($(#[doc = $doc])+ $variant,)* }

        impl Code {
            /// All codes.
            pub const ALL: &'static [Code] = &[$(Code::$variant),*];

            /// The code as it is written in diagnostics.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $name,)* }
            }

            /// The code that is written so.
            pub fn named(name: &str) -> Option<Code> {
                Code::ALL.iter().copied().find(|code| code.as_str() == name)
            }

            /// What a finding of this kind means for the output.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }

            /// Whether such a finding is about a choice that the generator had to make, where the page may be correct.
            pub fn is_about_crate(self) -> bool {
                matches!(
                    self,
                    Code::ExampleBesideRoute
                        | Code::ExampleOfAnotherService
                        | Code::ExampleOfAnotherFormat
                        | Code::ExampleWithoutRequest
                        | Code::JsonFragment
                        | Code::QueryHint
                        | Code::EnumByValues
                        | Code::OpenProperty
                        | Code::MergedProperty
                        | Code::ImpliedOperation
                        | Code::DuplicateOperation
                        | Code::TwinModule
                        | Code::NameCollision
                        | Code::Corrected
                        | Code::NothingGenerated
                        | Code::InnerTable
                        | Code::UnreadSection
                )
            }

            /// What a finding of this kind says, in a sentence or two.
            pub fn explanation(self) -> &'static str {
                match self { $(Code::$variant => concat!($($doc),+).trim_ascii(),)* }
            }

            /// All that the catalogue says of the code, in Markdown: what the finding says, why it matters, how to fix
            /// it, pages that raise it, and pages that do not.
            pub fn document(self) -> &'static str {
                match self { $(Code::$variant => include_str!(concat!("../../codes/", $name, ".md")),)* }
            }
        }
    };
}

codes! {
    // The file.
    /// A file or a folder could not be read.
    UnreadableFile = "unreadable-file", Error;
    /// A symbolic link leads back to a folder above it; it is not followed.
    LinkLoop = "link-loop", Note;
    /// The page is empty.
    EmptyPage = "empty-page", Error;
    /// The file has bytes that are not UTF-8; they are replaced.
    NotUtf8 = "not-utf8", Warning;
    /// The file starts with a byte order mark; it is skipped.
    ByteOrderMark = "byte-order-mark", Note;
    /// The page has no front matter.
    MissingFrontMatter = "missing-front-matter", Note;
    /// A line of the front matter is not `key: value`.
    MalformedFrontMatter = "malformed-front-matter", Note;
    /// The page's `doc_type` contradicts its content.
    DocTypeMismatch = "doc-type-mismatch", Note;
    /// A fenced block is never closed, or opened again inside.
    UnclosedFence = "unclosed-fence", Warning;
    /// A comment is never closed; it hides the rest of the page.
    UnclosedComment = "unclosed-comment", Error;
    /// An annotation is not a JSON object, even if small mistakes are forgiven, or it lacks `blockType`.
    MalformedAnnotation = "malformed-annotation", Warning;
    /// A key of an annotation is spelt almost like one that has a meaning; it is read as that one.
    MisspeltAnnotation = "misspelt-annotation", Warning;
    /// The annotation of a resource names the type that another page is about; title and file name the type.
    CopiedAnnotation = "copied-annotation", Warning;
    /// A page allows findings, but names a code that does not exist or gives no reason.
    MalformedSuppression = "malformed-suppression", Note;
    /// A page allows findings of a code where there are none.
    UnusedSuppression = "unused-suppression", Note;
    /// A zone is never closed; it ends with the page.
    UnclosedZone = "unclosed-zone", Note;
    /// A file that pages include is not among the files; what it says is missing.
    MissingInclude = "missing-include", Error;
    /// The page has more of something than the generator reads, and far more than real pages have; the rest is missing.
    OverLimit = "over-limit", Error;
    // Routes.
    /// The page describes an operation but lists no route.
    MissingHttpRequest = "missing-http-request", Error;
    /// The page has two HTTP request sections with the same heading; the routes of both are read.
    RepeatedSection = "repeated-section", Note;
    /// A line in the HTTP request section has no known method or no path.
    MalformedRoute = "malformed-route", Error;
    /// A resource's page mentions a request in its text, and nothing describes it as an operation.
    MentionedRequest = "mentioned-request", Error;
    /// A page calls an action with a method other than `POST`, which OData uses for every action.
    ActionMethod = "action-method", Note;
    /// A page describes an action and does not say what it answers; the crate expects no answer.
    ActionAnswer = "action-answer", Warning;
    /// A segment of a route is spelt almost like the one that other pages have in its place.
    MisspeltSegment = "misspelt-segment", Warning;
    /// A page lists no route; the address of its example is taken for one.
    RouteFromExample = "route-from-example", Warning;
    /// A route is not written as routes are: a slash or a brace is missing, or a value stands for a placeholder.
    RepairedRoute = "repaired-route", Note;
    /// A line among the routes is not a route but a header, a comment, a body or text.
    StrayRouteLine = "stray-route-line", Note;
    /// A route shows query options that a program may add; they get no function of their own.
    QueryHint = "query-hint", Note;
    /// A route and its page's examples differ in a key at the end or in the number of a name.
    RouteContradictsExample = "route-contradicts-example", Warning;
    /// A page that only reads lists parameters of a body, which it cannot send; they are read as arguments of
    /// the call.
    ParameterInBody = "parameter-in-body", Warning;
    /// A table lists a parameter for which no route of the page has a place; no function takes it.
    ParameterWithoutPlace = "parameter-without-place", Warning;
    /// A table of a request's body lists what the resource that is sent has no property for; a program sends it in `extra`.
    RowWithoutProperty = "row-without-property", Warning;
    // Examples.
    /// The body of an example or an annotation is not strict JSON, but what it means is certain.
    RepairedJson = "repaired-json", Note;
    /// The body of an example cannot be read as JSON.
    UnreadableJson = "unreadable-json", Warning;
    /// A code block shows members of an object without the object around them; it is not tested.
    JsonFragment = "json-fragment", Note;
    /// An object in an example has two members of one name; the last one counts.
    DuplicateMember = "duplicate-member", Note;
    /// No route of the page matches the address of an example.
    ExampleWithoutRoute = "example-without-route", Warning;
    /// An example counts what one of its page's routes answers, asks for those of a derived type, or has no key; the page
    /// lists no such route.
    ExampleBesideRoute = "example-beside-route", Note;
    /// An example writes its key in parentheses, or the arguments of a function in another order than the route; it is
    /// read as an example of the route.
    ExampleInOtherForm = "example-in-other-form", Note;
    /// An example shows a request to another service: a callback, or an upload to the address that an answer
    /// gave.
    ExampleOfAnotherService = "example-of-another-service", Note;
    /// An example sends another format than JSON, and says so; the crate sends JSON only.
    ExampleOfAnotherFormat = "example-of-another-format", Note;
    /// A body stands on the page without its request, and the page's operations neither send nor answer it.
    ExampleWithoutRequest = "example-without-request", Warning;
    /// A value in an example has another type than the tables give its property.
    ExampleContradictsType = "example-contradicts-type", Warning;
    /// An example has a body where its operation has none, lacks one where it has one, or has one of another
    /// kind.
    ExampleContradictsOperation = "example-contradicts-operation", Warning;
    /// An example's body is of another type than its operation sends or answers: the type has none of its
    /// properties, or one object would be read from a list.
    ExampleOfAnotherType = "example-of-another-type", Warning;
    /// An example answers one status of success, and the page documents others.
    ConflictingStatus = "conflicting-status", Note;
    /// An example has properties that no table lists; the crate keeps them as they come.
    UndocumentedProperty = "undocumented-property", Note;
    /// An open type's representation shows a property that no table has; an object of the type may hold any.
    OpenProperty = "open-property", Note;
    /// A status has the number of one and the reason phrase of another; the number counts.
    StatusReason = "status-reason", Note;
    /// An example is annotated as another type than the one that the words below *Response* link.
    AnnotationDiffers = "annotation-differs", Note;
    /// A code block among the examples is neither an HTTP message nor JSON, or shows a request with a method for which the crate
    /// has no functions.
    MalformedHttp = "malformed-http", Warning;
    // Tables.
    /// A row of a table has fewer or more cells than its header.
    CellCount = "cell-count", Note;
    /// A table has no row of dashes below its header; it is read as a table all the same.
    MissingDelimiter = "missing-delimiter", Note;
    /// A row of a table has no name; it is left out.
    IncompleteRow = "incomplete-row", Error;
    /// A row of a property table has no type; other evidence decides.
    MissingType = "missing-type", Warning;
    /// A table below *Request body* describes what a row of another one holds; it is not read.
    InnerTable = "inner-table", Note;
    /// The crate's docs leave a section of a page out: its heading does not say what it is about, or it has a table among the
    /// examples.
    UnreadSection = "unread-section", Note;
    // The model.
    /// No page describes a type that the pages name.
    UnresolvedType = "unresolved-type", Warning;
    /// A table says that a property is a string, but lists the members of an enum on another page, or the type's base has an
    /// enum for the property; the crate uses the enum.
    EnumByValues = "enum-by-values", Note;
    /// All examples spell a member of an enum differently from its table; theirs is sent, and both are read.
    MemberSpelling = "member-spelling", Note;
    /// An example has a value that is not a member of its enum; the crate keeps it as text.
    UnlistedMember = "unlisted-member", Note;
    /// No property and no parameter has this enum as its type; one of them probably should.
    UnusedEnum = "unused-enum", Warning;
    /// No page describes a type; its properties are taken from examples and from the tables of requests that send it.
    InferredType = "inferred-type", Warning;
    /// Two places give one property two types; the crate uses the stronger evidence.
    ConflictingType = "conflicting-type", Warning;
    /// A table lists properties that the representation on the same page lacks.
    TableOnly = "table-only", Note;
    /// A representation shows a property that is in no table.
    RepresentationOnly = "representation-only", Warning;
    /// No table lists a property that routes use as a key, or most of what answers show; the crate has it from examples.
    PropertyFromExamples = "property-from-examples", Warning;
    /// The page does not say what the operation answers; the type is a guess.
    GuessedAnswer = "guessed-answer", Warning;
    /// Only an example shows what the operation sends.
    GuessedBody = "guessed-body", Warning;
    /// Two sources name different types for an answer: the page's text, the route, or another page.
    ConflictingAnswer = "conflicting-answer", Warning;
    /// The table and the representation spell a property differently; the crate uses the table's spelling.
    SpellingDiffers = "spelling-differs", Note;
    /// All examples spell names of properties in another case than the table; the crate uses theirs.
    PropertySpelling = "property-spelling", Warning;
    /// A page lists a property twice.
    DuplicateProperty = "duplicate-property", Note;
    /// Two pages describe one type, and both list a property; the crate uses the first.
    MergedProperty = "merged-property", Note;
    /// No page documents this read, but what the pages document implies it.
    ImpliedOperation = "implied-operation", Note;
    /// Two pages document the same operation.
    DuplicateOperation = "duplicate-operation", Note;
    /// Two pages of operations break one resource's name into words differently; their functions share one module.
    TwinModule = "twin-module", Note;
    /// Two names become one Rust identifier; the later one is changed.
    NameCollision = "name-collision", Note;
    /// A correction of the user's changed what the pages say, or left a part of it out.
    Corrected = "corrected", Note;
    /// A page says that it describes a resource, and has nothing that a type could come from.
    ResourceWithoutType = "resource-without-type", Error;
    /// The page describes nothing that becomes code.
    NothingGenerated = "nothing-generated", Note;
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
