use super::Lang;
use std::ops::{Index, IndexMut};

/// One of each language, English first. A language is its index.
///
/// ```
/// use jjak_core::article::{Lang, PerLang};
///
/// let mut words = PerLang([0, 0]);
/// words[Lang::Ko] += 1;
/// assert_eq!(words.0, [0, 1]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct PerLang<T>(pub [T; 2]);

impl<T> PerLang<T> {
    /// What `of` gives for each language.
    pub fn from_fn(of: impl FnMut(Lang) -> T) -> PerLang<T> {
        PerLang(Lang::BOTH.map(of))
    }

    /// References to both.
    pub fn each_ref(&self) -> [&T; 2] {
        self.0.each_ref()
    }

    /// As [`PerLang::each_ref`], to change them.
    pub fn each_mut(&mut self) -> [&mut T; 2] {
        self.0.each_mut()
    }

    /// English, then Korean.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// As [`PerLang::iter`], to change them.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.0.iter_mut()
    }
}

impl<T> Index<Lang> for PerLang<T> {
    type Output = T;

    fn index(&self, lang: Lang) -> &T {
        let [en, ko] = &self.0;
        match lang {
            Lang::En => en,
            Lang::Ko => ko,
        }
    }
}

impl<T> IndexMut<Lang> for PerLang<T> {
    fn index_mut(&mut self, lang: Lang) -> &mut T {
        let [en, ko] = &mut self.0;
        match lang {
            Lang::En => en,
            Lang::Ko => ko,
        }
    }
}

impl<T> IntoIterator for PerLang<T> {
    type Item = T;
    type IntoIter = std::array::IntoIter<T, 2>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a PerLang<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut PerLang<T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter_mut()
    }
}
