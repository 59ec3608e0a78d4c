//! The declaration of a group of keys.

/// Declares a group of keys: what it is read into, how, and its list.
///
/// ```
/// use content::{
///     keys,
///     schema::{Integer, Keys, Words},
/// };
///
/// keys! {
///     /// A step of a treatment.
///     pub struct Step {
///         /// A few words.
///         required title: Words = "Numbing";
///         /// How long it takes.
///         optional minutes as "timeInMinutes": Integer = "15";
///     }
/// }
///
/// assert_eq!(Step::NAMES, ["title", "timeInMinutes"]);
/// assert_eq!(Step::keys()[1].help, "How long it takes.");
/// ```
///
/// A comment is the key's help, in an editor's words. A `required` key has to be there and not
/// empty; an `optional` one is an `Option`; a `default` one is empty, or `false`, where it is
/// left out. The example is what an editor would write for the value, for one item of a list.
#[macro_export]
macro_rules! keys {
    (
        $(#[doc = $about:literal])+
        $visibility:vis struct $name:ident {
            $(
                $(#[doc = $help:literal])+
                $presence:ident $field:ident $(as $key:literal)?: $kind:ty $(= $example:literal)?;
            )*
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, PartialEq)]
        $visibility struct $name {
            $(
                $(#[doc = $help])+
                pub $field: $crate::keys!(@type $presence $kind),
            )*
        }

        impl $crate::schema::Keys for $name {
            const HELP: &'static str = concat!($($about),+).trim_ascii_start();
            const NAMES: &'static [&'static str] = &[$($crate::keys!(@name $field $($key)?)),*];

            fn keys() -> Vec<$crate::schema::Key> {
                vec![$($crate::schema::Key {
                    name: $crate::keys!(@name $field $($key)?),
                    help: concat!($($help),+).trim_ascii_start(),
                    required: $crate::keys!(@required $presence),
                    example: $crate::keys!(@example $($example)?),
                    shape: <$kind as $crate::schema::Kind>::shape(),
                }),*]
            }
        }

        impl<C> $crate::schema::ReadKeys<C> for $name
        where
            $($kind: $crate::schema::Read<C>,)*
        {
            fn read_keys(fields: &$crate::Mapping, context: &C) -> Option<Self> {
                $(let $field = $crate::keys!(
                    @read $presence $kind, fields, context, $crate::keys!(@name $field $($key)?)
                );)*
                Some(Self { $($field: $crate::keys!(@value $presence $field)),* })
            }
        }

        impl $crate::schema::Kind for $name {
            type Value = Self;

            fn shape() -> $crate::schema::Shape {
                $crate::schema::Shape::Group(<Self as $crate::schema::Keys>::keys().into())
            }
        }

        impl<C> $crate::schema::Read<C> for $name
        where
            Self: $crate::schema::ReadKeys<C>,
        {
            fn read(value: $crate::Value, context: &C) -> Option<Self> {
                let fields = value.mapping()?;
                let read = <Self as $crate::schema::ReadKeys<C>>::read_keys(&fields, context);
                fields.finish(<Self as $crate::schema::Keys>::NAMES);
                read
            }
        }
    };

    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $key:literal) => { $key };

    (@example) => { None };
    (@example $example:literal) => { Some($example) };

    (@required required) => { true };
    (@required $presence:ident) => { false };

    (@type optional $kind:ty) => { Option<<$kind as $crate::schema::Kind>::Value> };
    (@type $presence:ident $kind:ty) => { <$kind as $crate::schema::Kind>::Value };

    (@read required $kind:ty, $fields:ident, $context:ident, $name:expr) => {
        $fields.required($name).and_then(|value| <$kind as $crate::schema::Read<C>>::read(value, $context))
    };
    (@read $presence:ident $kind:ty, $fields:ident, $context:ident, $name:expr) => {
        $fields.optional($name).and_then(|value| <$kind as $crate::schema::Read<C>>::read(value, $context))
    };

    (@value required $field:ident) => { $field? };
    (@value optional $field:ident) => { $field };
    (@value default $field:ident) => { $field.unwrap_or_default() };
}
