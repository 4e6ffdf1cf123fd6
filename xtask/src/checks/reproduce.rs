//! The same sources give the same bytes, wherever they are built.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, bail};

use super::dist::files;
use super::runner::{Check, Tally};
use crate::build::{self, Profile};
use crate::package::{sbom, source};
use crate::workspace::Workspace;

/// The source archive is all that is needed to make the very same packages: it is unpacked to a folder of another
/// name and depth and built there anew, and gives the very same source archive and bill of materials, too.
///
/// Anew is what lies in the archive. The crates from the registry are compiled once for both folders: cargo takes them for the
/// same by their version, their checksum and the flags, none of which depends on where the checkout is. Nor does wasm-opt run
/// twice on the same bytes. That they come to the same bytes twice is left to what makes a release, which does all of it three
/// times, with crates downloaded anew.
pub(super) fn same_elsewhere(workspace: &Workspace) -> Check<'static> {
    let workspace = workspace.clone();
    Check::new("build from the source archive, elsewhere", move || {
        let archive = source::archive(&workspace)?;
        let folder = tempfile::Builder::new().prefix("hushroom-elsewhere-").tempdir()?;
        let place = folder.path().canonicalize()?.join("a place/of another depth");
        tar::Archive::new(archive.as_slice()).unpack(&place)?;
        let copy = workspace.copied_to(place.join(format!("hushroom-{}", workspace.version())));
        if source::archive(&copy)? != archive {
            bail!("what the source archive was unpacked to gives another source archive");
        }
        if sbom::bill(&copy)? != sbom::bill(&workspace)? {
            bail!("what the source archive was unpacked to gives another bill of materials");
        }
        build::forget(&copy, Profile::Release)?;
        build::build(&copy, Profile::Release)?;
        for name in build::folders() {
            let [here, there] = [&workspace, &copy].map(|place| place.dist().join(&name));
            let different = different(&here, &there)?;
            if !different.is_empty() {
                let kept = folder.keep();
                bail!("{different:?} of dist/{name} differ from those in {}", kept.display());
            }
        }
        // That the same files are packed to the same zip is a test of `package::zip`, without a quarter of a minute for each.
        Ok(Tally::one())
    })
}

/// The files that are not the same in both folders.
fn different(one: &Path, other: &Path) -> anyhow::Result<BTreeSet<String>> {
    let names = &files(one)? | &files(other)?;
    let same = |name: &String| match (fs::read(one.join(name)), fs::read(other.join(name))) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    };
    Ok(names.into_iter().filter(|name| !same(name)).collect())
}

/// Nothing of what is given away says where on this machine it was built: neither what is packed nor the bill of
/// materials.
pub(super) fn no_private_folder(workspace: &Workspace) -> Check<'static> {
    let workspace = workspace.clone();
    Check::new("no path of this machine in dist", move || {
        let mut given = vec![("the bill of materials".to_owned(), sbom::bill(&workspace)?)];
        for folder in build::folders().map(|name| workspace.dist().join(name)) {
            for file in files(&folder)?.into_iter().map(|file| folder.join(file)) {
                let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
                given.push((file.display().to_string(), bytes));
            }
        }
        let mut seen = Vec::new();
        for (private, _) in build::private_folders(&workspace)? {
            let path = format!("{}/", private.display());
            // A home that is / is nobody's secret.
            let holding =
                given.iter().filter(|(_, bytes)| private.components().count() > 1 && holds(bytes, &path));
            seen.extend(holding.map(|(file, _)| format!("{file} holds {path}")));
        }
        if seen.is_empty() { Ok(Tally::one()) } else { bail!("{seen:?}") }
    })
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_differs_by_its_bytes_or_by_not_being_there() {
        let folders = [["same", "a", "1"], ["same", "b", "2"]].map(|[same, name, text]| {
            let folder = tempfile::tempdir().unwrap();
            fs::write(folder.path().join("same"), same).unwrap();
            fs::write(folder.path().join(name), "").unwrap();
            fs::write(folder.path().join("text"), text).unwrap();
            folder
        });
        let different = different(folders[0].path(), folders[1].path()).unwrap();
        assert_eq!(different, ["a", "b", "text"].map(str::to_owned).into());
    }

    #[test]
    fn a_path_is_found_in_the_middle_of_a_module() {
        assert!(holds(b"\0asm\x01/home/ada/hushroom/src/lib.rs\0", "/home/ada/"));
        assert!(!holds(b"\0asm\x01/home/eve/hushroom/src/lib.rs\0", "/home/ada/"));
    }
}
