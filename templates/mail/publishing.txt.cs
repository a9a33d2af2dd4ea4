<?cs var:t("A key of the team expires or has expired, or nobody has looked through its profile for a year. What exactly, this page says:") ?>
<?cs var:letter.publish ?>

<?cs var:t("Until it is mended, you hear of it once a week.") ?>
